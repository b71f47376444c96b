import { sumColumns, sumsOfRecords } from "../sums";
import type { UsageRange } from "./types";

/**
 * SQL: `rows`, everybody's hours from $1 up to $2, as they were summed, and straight from the records where something
 * changed since. One statement reads both, so that nothing is counted twice or left out while the job works. Kept days
 * are those of each person's own zone, so days of UTC are made of hours. `ofPeople` narrows it to the ids in a parameter.
 */
export const everybodysHours = (ofPeople?: `$${number}`): string => {
  const who = (row: string) => (ofPeople ? `AND ${row}.user_id = ANY (${ofPeople}::uuid[])` : "");
  return `changed AS MATERIALIZED (
      SELECT DISTINCT m.user_id, m.hour FROM usage_marks m
      WHERE m.hour >= $1::timestamptz AND m.hour < $2::timestamptz ${who("m")}),
    rows AS NOT MATERIALIZED (
      SELECT h.user_id, h.hour, h.kind, h.subject, ${sumColumns} FROM usage_hours h
      WHERE h.hour >= $1::timestamptz AND h.hour < $2::timestamptz ${who("h")}
        AND NOT EXISTS (SELECT FROM changed c WHERE c.user_id = h.user_id AND c.hour = h.hour)
      UNION ALL
      SELECT c.user_id, c.hour, r.kind, r.subject, ${sumsOfRecords}
      FROM changed c, usage_records r
      WHERE r.user_id = c.user_id AND r.at >= c.hour AND r.at < c.hour + interval '1 hour'
      GROUP BY 1, 2, 3, 4)`;
};

/** SQL: the columns of `MeasuredUse`, summed. */
export const measuredSums = `COALESCE(sum(cost_milli), 0)::bigint AS "creditsMilli",
  COALESCE(sum(events) FILTER (WHERE kind = 'run'), 0)::int AS runs,
  COALESCE(sum(events) FILTER (WHERE kind = 'api_call'), 0)::int AS "apiCalls",
  COALESCE(sum(failed), 0)::int AS failures`;

const dayMs = 86_400_000;

/** The instants $1 and $2 of a range. */
export function instantsOf({ from, to }: UsageRange): [Date, Date] {
  return [new Date(`${from}T00:00:00Z`), new Date(Date.parse(`${to}T00:00:00Z`) + dayMs)];
}
