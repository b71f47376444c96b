import type { Day, DayRange, ReportBucket } from "./types";

const dayMs = 86_400_000;
const startOf = (day: Day) => Date.parse(`${day}T00:00:00Z`);
const toDay = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);

/** "2026-02-30" is none, and a year has four digits. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = startOf(text);
  return !Number.isNaN(ms) && toDay(ms) === text;
}

export const addDays = (day: Day, days: number): Day => toDay(startOf(day) + days * dayMs);

export const lengthOf = ({ from, to }: DayRange): number =>
  Math.round((startOf(to) - startOf(from)) / dayMs) + 1;

export const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`;

export const mondayOf = (day: Day): Day => addDays(day, -((new Date(startOf(day)).getUTCDay() + 6) % 7));

/** The calendar month that a day is in. */
export function monthOf(day: Day): DayRange {
  const from = firstOfMonth(day);
  return { from, to: addDays(firstOfMonth(addDays(from, 31)), -1) };
}

export function bucketOf(day: Day, bucket: ReportBucket): Day {
  if (bucket === "day") return day;
  return bucket === "week" ? mondayOf(day) : firstOfMonth(day);
}

/** A range cut at the ends of its weeks or months, oldest first. */
export function toBuckets({ from, to }: DayRange, bucket: ReportBucket): DayRange[] {
  const ranges: DayRange[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const last = ranges.at(-1);
    if (last && bucketOf(last.from, bucket) === bucketOf(day, bucket)) last.to = day;
    else ranges.push({ from: day, to: day });
  }
  return ranges;
}
