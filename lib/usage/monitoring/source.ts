import { sumColumns, sumsOfRecords } from "../sums";
import type { UsageRange } from "./types";

/**
 * SQL: `rows`, everybody's hours from one instant up to another, as they were summed, and straight from the records where
 * something changed since. One statement reads both, so that nothing is counted twice or left out while the job works.
 * Kept days are those of each person's own zone, so days of one zone are made of hours.
 */
export const everybodysHoursBetween = (begins: string, ends: string) => `changed AS MATERIALIZED (
      SELECT DISTINCT user_id, hour FROM usage_marks WHERE hour >= ${begins} AND hour < ${ends}),
    rows AS NOT MATERIALIZED (
      SELECT h.user_id, h.hour, h.kind, h.subject, h.source, ${sumColumns} FROM usage_hours h
      WHERE h.hour >= ${begins} AND h.hour < ${ends}
        AND NOT EXISTS (SELECT FROM changed c WHERE c.user_id = h.user_id AND c.hour = h.hour)
      UNION ALL
      SELECT c.user_id, c.hour, r.kind, r.subject, r.source, ${sumsOfRecords}
      FROM changed c, usage_records r
      WHERE r.user_id = c.user_id AND r.at >= c.hour AND r.at < c.hour + interval '1 hour'
      GROUP BY 1, 2, 3, 4, 5)`;

/** The same from $1 up to $2. */
export const everybodysHours = everybodysHoursBetween("$1::timestamptz", "$2::timestamptz");

const dayMs = 86_400_000;

/** The instants at which a range begins and is over. */
export function instantsOf({ from, to }: UsageRange): { begins: Date; ends: Date } {
  const [begins, last] = [new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`)];
  return { begins, ends: new Date(last.getTime() + dayMs) };
}
