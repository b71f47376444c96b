import type { DayRange } from "@/lib/analytics/types";
import { isDay, lengthOf } from "./days";

type Typed = { from: string; to: string };

/** What stands in the two fields: a range, or why it is none. */
export type TypedRange = { range: DayRange; problem: null } | { range: null; problem: string };

const first = "2000-01-01";
const last = "2099-12-31";
const mostDays = 3660;

const refuse = (problem: string): TypedRange => ({ range: null, problem });

/** Takes any two days of the calendar in the right order; one of them alone is a day. */
export function readTypedRange({ from, to }: Typed): TypedRange {
  const [begin, end] = [from.trim() || to.trim(), to.trim() || from.trim()];
  for (const day of [begin, end]) {
    if (!isDay(day)) return refuse(`“${day.slice(0, 40)}” is not a day. Write days like 2026-11-22.`);
    if (day < first || day > last) return refuse("Choose days of the years 2000 to 2099.");
  }
  if (end < begin) return refuse("The range ends before it starts. Swap the two days, or change one.");
  const range = { from: begin, to: end };
  if (lengthOf(range) > mostDays) return refuse("Choose at most ten years at once.");
  return { range, problem: null };
}
