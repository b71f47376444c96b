/** What the cardholder or the bank says, to follow "The bank's reason:". https://docs.stripe.com/disputes/categories */
const reasons: Readonly<Record<string, string>> = {
  credit_not_processed: "a refund that was due did not come",
  duplicate: "the same thing was paid twice",
  fraudulent: "the cardholder did not make this payment",
  product_not_received: "what was paid did not arrive",
  product_unacceptable: "what was paid is not as described",
  subscription_canceled: "the plan had been canceled",
  unrecognized: "the cardholder does not recognise this payment",
};

const kinds: Readonly<Record<string, string>> = {
  card_never_received: "The card never reached its owner",
  fraudulent_card_application: "The card was applied for by fraud",
  made_with_counterfeit_card: "Made with a counterfeit card",
  made_with_lost_card: "Made with a lost card",
  made_with_stolen_card: "Made with a stolen card",
  misc: "Fraud of another kind",
  unauthorized_use_of_card: "Unauthorised use of the card",
};

/** A code without words of its own is readable enough. */
const plain = (code: string) => code.replaceAll("_", " ");

export const disputeReason = (code: string): string => reasons[code] ?? plain(code);

/** What kind of fraud a bank suspects. https://docs.stripe.com/api/radar/early_fraud_warnings/object */
export const warningKind = (code: string): string => kinds[code] ?? plain(code);
