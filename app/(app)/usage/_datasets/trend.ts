import type { Bucket } from "@/components/charts/dataset";
import { startOfStretch, stretchesOf } from "@/components/ranges/stretches";
import type { DayRange } from "@/lib/analytics/types";
import type { UsageDay } from "@/lib/usage/types";

/** The course of one figure over a range, for a line beside it. */
export function trendOf(
  days: readonly UsageDay[],
  { range, bucket }: { range: DayRange; bucket: Bucket },
  figure: (day: UsageDay) => number,
): number[] {
  const sums = new Map<string, number>();
  for (const day of days) {
    const start = startOfStretch(day.day, bucket);
    sums.set(start, (sums.get(start) ?? 0) + figure(day));
  }
  return stretchesOf(range, bucket).map((start) => sums.get(start) ?? 0);
}
