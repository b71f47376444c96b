import type { Bucket, Day, DayRange } from "@/lib/analytics/types";

export type ToDay = (at: Date) => Day;

/** Says which day of the calendar an instant is in, somewhere. */
export function daysIn(zone: string): ToDay {
  const parts = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
  const format = new Intl.DateTimeFormat("en-CA", { timeZone: zone, ...parts });
  const known = new Map<number, Day>();
  return (at) => {
    const day = known.get(at.getTime()) ?? format.format(at);
    known.set(at.getTime(), day);
    return day;
  };
}

export function dayAfter(day: Day, days = 1): Day {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}

export function daysOf({ from, to }: DayRange): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = dayAfter(day)) days.push(day);
  return days;
}

function bucketStart(day: Day, bucket: Bucket): Day {
  if (bucket === "day") return day;
  if (bucket === "month") return `${day.slice(0, 8)}01`;
  let monday = day;
  while (new Date(`${monday}T12:00:00Z`).getUTCDay() !== 1) monday = dayAfter(monday, -1);
  return monday;
}

/** The parts of a range that a chart has, by the first day of each, which the range may leave out. */
export function partsOf(range: DayRange, bucket: Bucket): Map<Day, DayRange> {
  const parts = new Map<Day, DayRange>();
  for (const day of daysOf(range)) {
    const start = bucketStart(day, bucket);
    const known = parts.get(start);
    if (known) known.to = day;
    else parts.set(start, { from: day, to: day });
  }
  return parts;
}

export const isIn = (day: Day, { from, to }: DayRange): boolean => from <= day && day <= to;
