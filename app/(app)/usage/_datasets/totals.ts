import type { UsageDay, UsageFigures } from "@/lib/usage/types";

export interface UsageTotals extends UsageFigures {
  runs: number;
  calls: number;
}

const nothing: UsageTotals = {
  ...{ runs: 0, calls: 0, events: 0, succeeded: 0, failed: 0 },
  ...{ costMilli: 0n, subscriptionMilli: 0n, paygMilli: 0n, durationMs: 0n },
};

/** What some days add up to. */
export const totalOf = (days: readonly UsageDay[]): UsageTotals =>
  days.reduce(
    (total, day) => ({
      runs: total.runs + (day.kind === "run" ? day.events : 0),
      calls: total.calls + (day.kind === "api_call" ? day.events : 0),
      events: total.events + day.events,
      succeeded: total.succeeded + day.succeeded,
      failed: total.failed + day.failed,
      costMilli: total.costMilli + day.costMilli,
      subscriptionMilli: total.subscriptionMilli + day.subscriptionMilli,
      paygMilli: total.paygMilli + day.paygMilli,
      durationMs: total.durationMs + day.durationMs,
    }),
    nothing,
  );

/** The share of what ended that succeeded; null where nothing ended. */
export function successRate({
  succeeded,
  failed,
}: Pick<UsageFigures, "succeeded" | "failed">): number | null {
  return succeeded + failed === 0 ? null : succeeded / (succeeded + failed);
}
