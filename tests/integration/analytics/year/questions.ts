import type { AnalyticsQuery, Day } from "@/lib/analytics/types";
import { dayAfter } from "./books/calendar";

export const zones = ["UTC", "America/New_York"] as const;
type Zone = (typeof zones)[number];
/** The same by names that nobody ever asked for: nothing is kept for them. */
export const neverKept: Readonly<Record<Zone, string>> = { UTC: "Etc/UTC", "America/New_York": "US/Eastern" };

const lastOf = (month: Day): Day => dayAfter(`${dayAfter(month, 31).slice(0, 8)}01`, -1);

/** The whole year in months, every month in days, and days that begin and end with nothing. */
export function questionsOf(year: number, zone: string): AnalyticsQuery[] {
  const months = Array.from({ length: 12 }, (_, at): Day => `${year}-${String(at + 1).padStart(2, "0")}-01`);
  const ranges = months.map((from) => ({ from, to: lastOf(from) }));
  const yearOf = (which: number) => ({ from: `${which}-01-01`, to: `${which}-12-31` });
  return [
    { zone, range: yearOf(year), before: yearOf(year - 1), bucket: "month" },
    ...ranges.map((range, at) => ({
      ...{ zone, range, bucket: "day" as const, before: ranges[at - 1] ?? null },
    })),
    {
      ...{ zone, bucket: "week" },
      range: { from: `${year}-03-09`, to: `${year}-11-08` },
      before: { from: `${year}-02-01`, to: `${year}-03-08` },
    },
    // In its last week no webhook came.
    {
      ...{ zone, bucket: "day" },
      range: { from: `${year}-06-15`, to: `${year}-07-10` },
      before: { from: `${year}-05-20`, to: `${year}-06-14` },
    },
    // Its end has not come yet.
    {
      ...{ zone, bucket: "month", before: yearOf(year) },
      range: { from: `${year}-12-31`, to: `${year + 1}-02-28` },
    },
  ];
}
