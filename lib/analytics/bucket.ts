import type { AnalyticsQuery, Bucket, Day } from "./types";
import { addDays } from "./days";

const monday = (day: Day) => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

/** The first day of the bucket that a day is in. */
export function bucketOf(day: Day, bucket: Bucket): Day {
  if (bucket === "day") return day;
  return bucket === "week" ? monday(day) : `${day.slice(0, 7)}-01`;
}

function nextBucket(start: Day, bucket: Bucket): Day {
  if (bucket !== "month") return addDays(start, bucket === "day" ? 1 : 7);
  return bucketOf(addDays(start, 31), "month");
}

/** The first days of all buckets of a range, oldest first. The first may begin before the range does. */
export function bucketsOf({ range, bucket }: Pick<AnalyticsQuery, "range" | "bucket">): Day[] {
  const starts: Day[] = [];
  for (let start = bucketOf(range.from, bucket); start <= range.to; start = nextBucket(start, bucket))
    starts.push(start);
  return starts;
}

/** SQL: the first day of the bucket of `day`, as text. $n is the bucket's name. */
export const bucketSql = (parameter: string): string =>
  `date_trunc(${parameter}::text, day::timestamp)::date::text`;
