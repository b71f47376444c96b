import { quotaTerms, type QuotaMeter } from "@/lib/quotas/types";

/** From here on its owner is shown what the next plan gives. */
const nearPercent = 80;

/** Whole percents of a limit, rounded down so that 100 is reached by nothing less; null without a limit. */
export function percentOf({ used, limit }: Pick<QuotaMeter, "used" | "limit">): number | null {
  if (limit === null) return null;
  return limit <= 0n ? 100 : Number((used * 100n) / limit);
}

export type MeterState = "well" | "near" | "reached";

export function stateOf(meter: Pick<QuotaMeter, "used" | "limit">): MeterState {
  const percent = percentOf(meter);
  if (percent === null || percent < nearPercent) return "well";
  return percent < 100 ? "near" : "reached";
}

/** The meter that an upgrade prompt is about: the fullest of those that are nearly full; null where none is. */
export function findTight(meters: readonly QuotaMeter[]): QuotaMeter | null {
  // A minute is over before anybody could upgrade.
  const tight = meters.filter(
    (meter) => quotaTerms[meter.kind].window !== "minute" && stateOf(meter) !== "well",
  );
  return tight.sort((a, b) => (percentOf(b) ?? 0) - (percentOf(a) ?? 0))[0] ?? null;
}

/** The first limit of runs or of calls that has no room; null where all have. */
export function findReached(
  meters: readonly QuotaMeter[],
  of: "run" | "api_call",
): (QuotaMeter & { limit: bigint }) | null {
  const prefix = of === "run" ? "runs_" : "api_calls_";
  for (const { limit, ...meter } of meters)
    if (meter.kind.startsWith(prefix) && limit !== null && meter.used >= limit) return { ...meter, limit };
  return null;
}
