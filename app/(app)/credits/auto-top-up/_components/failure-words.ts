import { toFailureWords as toAnyWords } from "@/app/(auth)/_components/failure-words";
import type { ActionFailure } from "@/lib/actions/types";
import { formatCredits, formatMoney } from "@/lib/shared/format";

interface FailureWords {
  title: string;
  detail?: string;
}

const kept = "Nothing was changed.";

const words: Readonly<Record<string, FailureWords>> = {
  "auto_top_up.no_card": {
    title: "There is no saved card to charge.",
    detail: `Add one under Billing and make it the default. ${kept}`,
  },
  "auto_top_up.price_changed": {
    title: "The price of this pack has just changed.",
    detail: `Reload the page to see it. ${kept}`,
  },
  "catalog.not_for_sale": {
    title: "This pack is no longer sold.",
    detail: `Reload the page to see what is. ${kept}`,
  },
  "payments.unavailable": {
    title: "Stripe does not answer right now.",
    detail: `Your saved card could not be looked up. ${kept} Try again in a moment.`,
  },
  "rate_limits.exceeded": {
    title: "That was many tries in a short time.",
    detail: `${kept} Wait a few minutes, then try again.`,
  },
};

/** What is wrong with one field; null for failures of the whole form. */
export function toFieldWords(failure: ActionFailure | null): { field: string; text: string } | null {
  const { mostMilli, leastMinor, mostMinor, currency } = failure?.meta ?? {};
  if (failure?.code === "auto_top_up.threshold_out_of_range" && typeof mostMilli === "bigint")
    return {
      field: "threshold",
      text: `At most ${formatCredits(mostMilli)}: the pack must lift you above it.`,
    };
  if (
    failure?.code === "auto_top_up.cap_out_of_range" &&
    typeof leastMinor === "bigint" &&
    typeof mostMinor === "bigint" &&
    typeof currency === "string"
  ) {
    const [least, most] = [formatMoney(leastMinor, currency), formatMoney(mostMinor, currency)];
    return { field: "cap", text: `At least ${least}, the price of one pack, and at most ${most}.` };
  }
  return null;
}

/** What to tell about a failure of the whole form. */
export function toFailureWords(failure: ActionFailure): FailureWords {
  return words[failure.code] ?? toAnyWords(failure);
}
