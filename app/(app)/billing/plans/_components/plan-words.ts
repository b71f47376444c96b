import type { BillingInterval } from "@/lib/catalog/types";
import type { Plan } from "@/lib/subscriptions/types";

interface PlanWords {
  tone: "positive" | "accent" | "warning" | "danger" | "neutral";
  status: string;
  /** What happens next, and when; null where nothing is to come by itself. */
  next: { words: string; at: Date } | null;
}

const rhythms: Readonly<Record<BillingInterval, string>> = { month: "monthly", year: "yearly" };

/** "Basic, yearly". */
export function toPlanTitle(plan: { planName: string; interval: BillingInterval | null }): string {
  return plan.interval ? `${plan.planName}, ${rhythms[plan.interval]}` : plan.planName;
}

/** Where a plan stands, for its member. `nextAttemptAt` is that of its open invoice. */
export function toPlanWords(plan: Plan, nextAttemptAt: Date | null): PlanWords {
  const { status, cancelsAt, next, trialEndsAt, resumesAt, periodEndsAt } = plan;
  if (status === "past_due" || status === "unpaid") {
    const retry = nextAttemptAt && { words: "We try the payment again on", at: nextAttemptAt };
    return { tone: "danger", status: "Payment failed", next: retry };
  }
  if (plan.paused || status === "paused") {
    return { tone: "neutral", status: "Paused", next: resumesAt && { words: "Resumes on", at: resumesAt } };
  }
  if (cancelsAt) return { tone: "warning", status: "Canceled", next: { words: "Ends on", at: cancelsAt } };
  if (next) {
    const words = `Changes to ${toPlanTitle(next)} on`;
    return { tone: "accent", status: "Change planned", next: { words, at: next.startsAt } };
  }
  if (status === "trialing") {
    return {
      tone: "accent",
      status: "Trial",
      next: { words: "First payment on", at: trialEndsAt ?? periodEndsAt },
    };
  }
  return { tone: "positive", status: "Active", next: { words: "Renews on", at: periodEndsAt } };
}
