import type { DayRange } from "@/lib/analytics/types";
import { addDays, addMonths, endOfMonth, lengthOf, startOfMonth } from "./days";

export const comparisons = ["before", "year", "none"] as const;
export type Comparison = (typeof comparisons)[number];

const coversMonths = ({ from, to }: DayRange) => from === startOfMonth(from) && to === endOfMonth(to);

/** What a range is compared with; null for nothing. */
export function rangeBefore(range: DayRange, comparison: Comparison): DayRange | null {
  if (comparison === "none") return null;
  return comparison === "year" ? yearBefore(range) : periodBefore(range);
}

/** As many whole months before whole months; else as many days, up to the day before the range. */
function periodBefore(range: DayRange): DayRange {
  const to = addDays(range.from, -1);
  if (!coversMonths(range)) return { from: addDays(range.from, -lengthOf(range)), to };
  const months = monthNumber(range.to) - monthNumber(range.from) + 1;
  return { from: addMonths(range.from, -months), to };
}

/** The same days a year earlier: 28 February stands for the 29th, and whole months stay whole. */
function yearBefore(range: DayRange): DayRange {
  const to = addMonths(range.to, -12);
  return { from: addMonths(range.from, -12), to: coversMonths(range) ? endOfMonth(to) : to };
}

function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}
