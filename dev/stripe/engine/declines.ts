/** What a refused card answers: https://docs.stripe.com/declines/codes and https://docs.stripe.com/testing */
export interface Decline {
  code: string;
  declineCode: string;
  message: string;
  param?: string;
  adviceCode: "try_again_later" | "do_not_try_again" | "confirm_card_data" | null;
  /** Refused by Stripe's own risk rules, before the issuer was asked. */
  blocked?: true;
}

const DECLINED = "Your card was declined.";

export const DECLINES = {
  generic: decline("card_declined", "generic_decline", DECLINED),
  insufficientFunds: decline("card_declined", "insufficient_funds", "Your card has insufficient funds."),
  lostCard: { ...decline("card_declined", "lost_card", DECLINED), adviceCode: "do_not_try_again" },
  stolenCard: { ...decline("card_declined", "stolen_card", DECLINED), adviceCode: "do_not_try_again" },
  velocityExceeded: decline(
    "card_declined",
    "card_velocity_exceeded",
    "Your card was declined for making repeated attempts too frequently or exceeding its amount limit.",
  ),
  blockedByRadar: { ...decline("card_declined", "fraudulent", DECLINED), adviceCode: null, blocked: true },
  expiredCard: {
    ...decline("expired_card", "expired_card", "Your card has expired."),
    param: "exp_month",
    adviceCode: "confirm_card_data",
  },
  incorrectCvc: {
    ...decline("incorrect_cvc", "incorrect_cvc", "Your card's security code is incorrect."),
    param: "cvc",
    adviceCode: "confirm_card_data",
  },
  processingError: decline(
    "processing_error",
    "processing_error",
    "An error occurred while processing your card. Try again in a little bit.",
  ),
} satisfies Record<string, Decline>;

function decline(code: string, declineCode: string, message: string): Decline {
  return { code, declineCode, message, adviceCode: "try_again_later" };
}

/** What every answer to a refused card begins with. https://docs.stripe.com/api/errors */
export function declineBody({ code, declineCode, message, adviceCode, param }: Decline) {
  return {
    type: "card_error" as const,
    code,
    decline_code: declineCode,
    message,
    ...(adviceCode ? { advice_code: adviceCode } : {}),
    ...(param ? { param } : {}),
  };
}
