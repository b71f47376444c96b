import type { ActionFailure } from "@/lib/actions/types";

export interface FailureWords {
  title: string;
  detail: string;
}

const kept = "You were not charged.";

const words: Readonly<Record<string, FailureWords>> = {
  "catalog.not_for_sale": {
    title: "This pack is no longer sold.",
    detail: `${kept} Reload the page to see what is.`,
  },
  "payments.unavailable": {
    title: "Stripe does not answer right now.",
    detail: `${kept} Try again in a moment.`,
  },
  "rate_limits.exceeded": {
    title: "That was many tries in a short time.",
    detail: `${kept} Wait a few minutes, then try again.`,
  },
};

/** What to tell a buyer whose checkout did not open. */
export function toFailureWords(failure: ActionFailure): FailureWords {
  const known = words[failure.code];
  if (known) return known;
  const reference = failure.reference
    ? ` If it stays like this, tell us this reference: ${failure.reference}`
    : "";
  return { title: "The checkout could not be opened.", detail: `${kept} Try again.${reference}` };
}
