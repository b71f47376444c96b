/** A day of the calendar, `YYYY-MM-DD`: of no zone by itself. */
export type Day = string;

/** Both ends counted. */
export interface DayRange {
  from: Day;
  to: Day;
}

const dayMs = 86_400_000;
const startOf = (day: Day) => Date.parse(`${day}T00:00:00Z`);
const toDay = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);

/** "2026-02-30" is none. A year has four digits, and so have the years beside it. */
export function isDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text) || text.startsWith("9999")) return false;
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
