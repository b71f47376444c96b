import { bucketOf, bucketsOf } from "./bucket";
import type { Reading } from "./reading";
import { addDays, dayIn } from "./days";
import { readPeople } from "./people-queries";
import { readReturned } from "./presence-queries";
import type { AnalyticsQuery, Day, Retention, RetentionOf } from "./types";

/** More rows than this nobody reads. */
const longestMonths = 24;

/** The months that the range touches and that have begun, the last ones of them. */
function monthsOf({ range, zone }: AnalyticsQuery, now: Date): Day[] {
  const today = dayIn(zone, now);
  const to = range.to < today ? range.to : today;
  return bucketsOf({ range: { from: range.from, to }, bucket: "month" }).slice(-longestMonths);
}

/**
 * The people who signed up in each month of the range (its last 24 at most), and how many of them came back in every
 * month since, until the end of the range. Months count whole, whatever day the range begins or ends with.
 */
export async function getRetention(
  reading: Reading,
  query: AnalyticsQuery,
  of: RetentionOf,
): Promise<Retention> {
  const { source } = reading;
  const months = monthsOf(query, reading.now);
  const from = months[0] ?? query.range.from;
  const last = months.at(-1) ?? query.range.to;
  const range = { from, to: addDays(bucketOf(addDays(last, 31), "month"), -1) };
  const [signUps, returned] = await Promise.all([
    readPeople(source, { range, bucket: "month" }),
    readReturned(source, range, of),
  ]);
  const cohorts = months.map((month, index) => ({
    month,
    people: signUps.find(({ bucket }) => bucket === month)?.signedUp ?? 0,
    returned: months
      .slice(index)
      .map((later) => returned.find((row) => row.cohort === month && row.month === later)?.people ?? 0),
  }));
  return { of, cohorts };
}
