import type { ActionFailure } from "@/lib/actions/types";

export interface FailureWords {
  title: string;
  detail: string;
}

const words: Readonly<Record<string, FailureWords>> = {
  "payments.unavailable": {
    title: "Stripe does not answer right now.",
    detail: "Nothing was changed. Try again in a moment.",
  },
  "rate_limits.exceeded": {
    title: "That was many tries in a short time.",
    detail: "Nothing was changed. Wait a while, then try again.",
  },
  "payment_methods.not_found": {
    title: "This payment method is no longer there.",
    detail: "It was removed meanwhile, here or at Stripe. Reload the page to see what is.",
  },
  "payment_methods.changed": {
    title: "The list changed in another tab.",
    detail: "Nothing was removed here. Look at the list again, then decide.",
  },
  "payment_methods.last_of_plan": {
    title: "Your plan is paid with this one.",
    detail: "It stays. Add another payment method first, then remove this one.",
  },
  "payment_methods.not_added": {
    title: "No payment method was added.",
    detail: "Stripe's form was left before it was done. Start again when you like.",
  },
  "http.foreign_origin": {
    title: "This request did not come from our page.",
    detail: "Nothing was changed. Reload the page and try again.",
  },
};

/** What to tell a member about something on this page that did not happen. */
export function toFailureWords(failure: ActionFailure): FailureWords {
  const known = words[failure.code];
  if (known) return known;
  const reference = failure.reference
    ? ` If it stays like this, tell us this reference: ${failure.reference}`
    : "";
  return { title: "That did not work.", detail: `Nothing was changed. Try again.${reference}` };
}
