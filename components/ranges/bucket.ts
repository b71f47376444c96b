import type { Bucket, DayRange } from "@/lib/analytics/types";
import { lengthOf } from "./days";

export const buckets = ["day", "week", "month"] as const satisfies readonly Bucket[];

const daysIn: Readonly<Record<Bucket, number>> = { day: 1, week: 7, month: 30 };

/** More bars than a screen has room for say nothing. */
const mostBars = 400;

/** How a range is divided when nobody says otherwise. */
export function fittingBucket(range: DayRange): Bucket {
  const days = lengthOf(range);
  if (days <= 35) return "day";
  return days <= 190 ? "week" : "month";
}

/** Whether a range divided so can still be drawn. */
export function canDivide(range: DayRange, bucket: Bucket): boolean {
  return lengthOf(range) / daysIn[bucket] <= mostBars;
}
