export interface DeclineReason {
  code?: string | null | undefined;
  declineCode?: string | null | undefined;
}

/** Stripe's reasons that their reader can do something about. That a card counts as stolen is none of them. */
const reasons: Readonly<Record<string, string>> = {
  insufficient_funds: "There is not enough money on it.",
  card_velocity_exceeded: "It has reached its limit.",
  withdrawal_count_limit_exceeded: "It has reached its limit.",
  expired_card: "It has expired.",
  incorrect_cvc: "Its security code does not match.",
  invalid_cvc: "Its security code does not match.",
  incorrect_number: "Its number is not right.",
  invalid_number: "Its number is not right.",
  invalid_expiry_month: "Its date is not right.",
  invalid_expiry_year: "Its date is not right.",
  incorrect_zip: "Its postal code does not match.",
  card_not_supported: "It does not take payments like this.",
  currency_not_supported: "It does not take this currency.",
  processing_error: "The bank had a problem. Try again in a moment.",
  setup_intent_authentication_failure: "Your bank was not told that it is you.",
  payment_intent_authentication_failure: "Your bank was not told that it is you.",
};

/** Why a card was refused, as a sentence. */
export function toDeclineWords({ code, declineCode }: DeclineReason): string {
  return reasons[declineCode ?? ""] ?? reasons[code ?? ""] ?? "Its bank said no, and does not say why.";
}
