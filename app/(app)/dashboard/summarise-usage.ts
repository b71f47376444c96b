import { type Entry, type EntryPage } from "@/lib/credits/types";

const dayMs = 24 * 60 * 60 * 1000;
export const periodDays = 30;

export type UsageSummary = {
  /** Used in the last 30 days; null when the page of entries does not reach back that far. */
  usedMilli: bigint | null;
  /** Whole percent more (or less) than in the 30 days before; null when there is nothing to compare with. */
  changePercent: number | null;
  /** What a run usually takes: the median of the runs on the page; null without any. */
  usualRunMilli: bigint | null;
};

/** What the latest movements say about the pace of spending. `page` is the newest page of the last 60 days. */
export function summariseUsage(page: Pick<EntryPage, "entries" | "older">, now: Date): UsageSummary {
  const runs = page.entries
    .map((entry) => ({ at: entry.at, usedMilli: usedBy(entry) }))
    .filter((run) => run.usedMilli > 0n);
  const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs);
  const sumSince = (from: Date, to: Date) =>
    runs.filter((run) => run.at >= from && run.at < to).reduce((sum, run) => sum + run.usedMilli, 0n);
  const reaches = (from: Date) => page.older === null || (page.entries.at(-1)?.at ?? now) < from;

  const recent = sumSince(daysAgo(periodDays), new Date(now.getTime() + 1));
  const before = sumSince(daysAgo(2 * periodDays), daysAgo(periodDays));
  return {
    usedMilli: reaches(daysAgo(periodDays)) ? recent : null,
    changePercent: reaches(daysAgo(2 * periodDays)) && before > 0n ? percentChange(before, recent) : null,
    usualRunMilli: median(runs.map((run) => run.usedMilli)),
  };
}

/** Runs that the balance pays for at the usual size, rounded down; null when there is no usual size yet. */
export function runsLeft(totalMilli: bigint, usualRunMilli: bigint | null): number | null {
  return usualRunMilli === null ? null : Number(totalMilli / usualRunMilli);
}

function usedBy({ reason, deltaMilli }: Pick<Entry, "reason" | "deltaMilli">): bigint {
  return reason === "spend" || reason === "capture" ? -deltaMilli : 0n;
}

function percentChange(before: bigint, after: bigint): number {
  return Math.round(Number(((after - before) * 1000n) / before) / 10);
}

function median(amounts: bigint[]): bigint | null {
  const sorted = amounts.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}
