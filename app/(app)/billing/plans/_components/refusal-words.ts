import type { PlanChangeOutcome } from "@/lib/subscriptions/types";
import { toDeclineWords } from "../../_components/decline-words";
import type { FailureWords } from "../../_components/failure-words";

export type Refusal = Extract<PlanChangeOutcome, { outcome: "refused" | "needs_authentication" }>;

/** Why the bank did not pay for a change of plan, and what to do. */
export function toRefusalWords(refusal: Refusal, planName: string): FailureWords {
  const kept = `You were not charged and are still on ${planName}.`;
  const way = "Make another payment method the default, then try again.";
  if (refusal.outcome === "refused") {
    return { title: "Your card was declined.", detail: `${toDeclineWords(refusal)} ${kept} ${way}` };
  }
  return {
    title: "Your bank wants you to confirm this payment.",
    detail: `It cannot be asked while a plan changes. ${kept} ${way}`,
  };
}
