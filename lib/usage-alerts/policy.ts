import { quotaKinds, quotaTerms, type QuotaKind, type QuotaWindow } from "@/lib/quotas/types";
import type { RaisedAlert, RecentUse, SpanUse, Spike } from "./types";

/** Credits that expire within this are told of. */
export const expiringDays = 3;
/** Fewer are not worth a mail. */
export const leastExpiringMilli = 1_000n;

/**
 * Use rose when it is above three times the mean of the same span in the four weeks before, above that mean and three
 * standard deviations, and no less than this; and there was use on at least seven of those days, or nothing is usual yet.
 */
export const spikeRule = { times: 3, deviations: 3, spans: 28, leastDays: 7 } as const;
export const leastSpike: Readonly<SpanUse> = { creditsMilli: 50_000n, calls: 500n };

export function isQuotaKind(kind: string): kind is QuotaKind {
  return quotaKinds.some((known) => known === kind);
}

/** When the window of a limit that began then is over; null where it never is. */
export function windowEnd(window: QuotaWindow, startsAt: Date): Date | null {
  const [year, month, day] = [startsAt.getUTCFullYear(), startsAt.getUTCMonth(), startsAt.getUTCDate()];
  if (window === "month") return new Date(Date.UTC(year, month + 1, 1));
  if (window === "day") return new Date(Date.UTC(year, month, day + 1));
  if (window === "minute") return new Date(startsAt.getTime() + 60_000);
  return null;
}

/**
 * Whether it still helps to hear of it: the limit is the one that counts now, its window is not over, and no higher share
 * of it was reached meanwhile, which is told instead.
 */
export function isWorthTelling(
  { startsAt, limit, percent, highestPercent }: RaisedAlert,
  now: { kind: QuotaKind; limit: bigint | null; at: Date },
): boolean {
  const end = windowEnd(quotaTerms[now.kind].window, startsAt);
  return now.limit === limit && percent >= highestPercent && (end === null || now.at < end);
}

/** `before` holds every span of the four weeks, those without use included. */
export function rose(last: bigint, before: readonly bigint[], atLeast: bigint): boolean {
  const used = before.filter((use) => use > 0n).length;
  if (last < atLeast || used < spikeRule.leastDays) return false;
  const uses = before.map(Number);
  const mean = uses.reduce((sum, use) => sum + use, 0) / uses.length;
  const variance = uses.reduce((sum, use) => sum + (use - mean) ** 2, 0) / uses.length;
  return Number(last) > Math.max(mean * spikeRule.times, mean + spikeRule.deviations * Math.sqrt(variance));
}

const meanOf = (uses: readonly bigint[]) =>
  uses.length === 0 ? 0n : uses.reduce((sum, use) => sum + use, 0n) / BigInt(uses.length);

/** Null when nothing rose. */
export function findSpike({ last, before }: Pick<RecentUse, "last" | "before">): Spike | null {
  const credits = before.map(({ creditsMilli }) => creditsMilli);
  const calls = before.map((span) => span.calls);
  const creditsRose = rose(last.creditsMilli, credits, leastSpike.creditsMilli);
  const callsRose = rose(last.calls, calls, leastSpike.calls);
  if (!creditsRose && !callsRose) return null;
  return { last, usual: { creditsMilli: meanOf(credits), calls: meanOf(calls) }, creditsRose, callsRose };
}
