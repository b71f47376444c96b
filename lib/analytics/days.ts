import type { Day, DayRange } from "./types";

const dayMs = 86_400_000;

/** A day of the calendar some days later or, with a negative number, earlier. */
export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** Runs of neighbouring days, each no longer than `longest`, oldest first. */
export function toRanges(days: Iterable<Day>, longest: number): DayRange[] {
  const ranges: DayRange[] = [];
  let length = 0;
  for (const day of [...new Set(days)].sort()) {
    const last = ranges.at(-1);
    if (last && addDays(last.to, 1) === day && length < longest) {
      last.to = day;
      length += 1;
    } else {
      ranges.push({ from: day, to: day });
      length = 1;
    }
  }
  return ranges;
}

/** Days in a row, cut into pieces no longer than `longest`. */
export function splitRange({ from, to }: DayRange, longest: number): DayRange[] {
  const ranges: DayRange[] = [];
  for (let start = from; start <= to; start = addDays(start, longest)) {
    const end = addDays(start, longest - 1);
    ranges.push({ from: start, to: end < to ? end : to });
  }
  return ranges;
}

/** How many days a range has, both ends counted. */
export const lengthOf = ({ from, to }: DayRange): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs) + 1;

/** The day that an instant falls on in a zone. */
export const dayIn = (zone: string, at: Date): Day =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" }).format(at);
