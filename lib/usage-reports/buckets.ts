import { addDays, firstOfMonth, mondayOf, type Day, type DayRange } from "@/lib/shared/calendar";
import type { ReportBucket } from "./types";

/** The first day of the week or month that a day is in. */
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
