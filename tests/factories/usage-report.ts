import type { UsageReport } from "@/lib/usage-reports/types";
import { bucketFor } from "@/lib/usage-reports/policy";
import { toPeriods, toSubjects, toTotals } from "@/lib/usage-reports/sum-usage";
import type { UsageDay } from "@/lib/usage/types";

const titles = new Map([["image-optimiser", "Image optimiser"]]);

/** A day's use of one thing: three runs for 15 credits unless said otherwise. */
export function aUsageDay(changes: Partial<UsageDay> & { day: string }): UsageDay {
  return {
    ...{ kind: "run", subject: "image-optimiser", source: "web", events: 3, succeeded: 3, failed: 0 },
    ...{ costMilli: 15_000n, subscriptionMilli: 10_000n, paygMilli: 5_000n, durationMs: 1_200n },
    ...changes,
  };
}

/** A believable October, summed from its days. */
export function aUsageReport(changes: Partial<UsageReport> = {}): UsageReport {
  const range = { from: changes.from ?? "2026-10-01", to: changes.to ?? "2026-10-31" };
  const days = changes.days ?? [
    aUsageDay({ day: range.from }),
    aUsageDay({ day: range.to, kind: "api_call", subject: "runService", source: "api", costMilli: 0n }),
  ];
  const bucket = bucketFor(range);
  return {
    ...range,
    ...{ person: { name: "Ada Lovelace", email: "ada@example.com" }, zone: "Europe/Vienna", days, bucket },
    filter: { kind: null, subject: null, source: null },
    totals: toTotals(days),
    subjects: toSubjects(days, titles),
    periods: toPeriods(days, range, bucket),
    credits: {
      ...{
        openingMilli: 100_000n,
        closingMilli: 1_073_000n,
        cameIn: [{ kind: "subscription", milli: 1_000_000n }],
      },
      ...{ spentMilli: 15_000n, expiredMilli: 12_000n, takenBackMilli: 0n, forgivenMilli: 0n },
    },
    meters: [{ kind: "runs_per_month", used: 812n, limit: 1_000n, resetsAt: null, from: "plan" }],
    ...changes,
  };
}
