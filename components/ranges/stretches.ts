import type { Bucket, Day, DayRange } from "@/lib/analytics/types";
import { addDays, addMonths, startOfMonth } from "./days";

/** The first day of the day, week or month that a day is in; weeks begin on Monday. */
export function startOfStretch(day: Day, bucket: Bucket): Day {
  if (bucket === "day") return day;
  if (bucket === "month") return startOfMonth(day);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

/** The first days of all stretches of a range, oldest first; the first may begin before the range. */
export function stretchesOf({ from, to }: DayRange, bucket: Bucket): Day[] {
  const days: Day[] = [];
  const next = (day: Day) =>
    bucket === "month" ? addMonths(day, 1) : addDays(day, bucket === "week" ? 7 : 1);
  for (let day = startOfStretch(from, bucket); day <= to; day = next(day)) days.push(day);
  return days;
}
