import type { Day, DayRange } from "@/lib/analytics/types";

const dayMs = 24 * 60 * 60 * 1000;

const toMs = (day: Day) => Date.parse(`${day}T00:00:00Z`);
const toDay = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);

/** Whether a text is a day of the calendar: "2024-02-29" is, "2025-02-29" is not. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(toMs(text)) && toDay(toMs(text)) === text;
}

export function addDays(day: Day, days: number): Day {
  return toDay(toMs(day) + days * dayMs);
}

/** How many days a range has; both ends count. */
export function lengthOf({ from, to }: DayRange): number {
  return (toMs(to) - toMs(from)) / dayMs + 1;
}

/** The same day of another month, or its last day where it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  return toDay(Math.min(Date.UTC(year, month - 1 + months, date), last.getTime()));
}

export const startOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`;
export const endOfMonth = (day: Day): Day => addDays(addMonths(startOfMonth(day), 1), -1);
export const startOfYear = (day: Day): Day => `${day.slice(0, 4)}-01-01`;

export function startOfQuarter(day: Day): Day {
  const month = Number(day.slice(5, 7));
  return addMonths(startOfMonth(day), -((month - 1) % 3));
}

/** The calendar's day at an instant, in a time zone. */
export function dayAt(instant: Date, zone: string): Day {
  const parts = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
  return new Intl.DateTimeFormat("en-CA", { ...parts, timeZone: zone }).format(instant);
}
