import type { Db } from "@/lib/db";
import type { Rollup, Subject } from "./rollups/rollup";
import { spanOfParameters } from "./rollups/span";
import { toRanges } from "./days";
import type { Day } from "./types";

/** The days of a zone on which something has changed since they were computed, by subject. */
export async function readMarkedDays(db: Db, zone: string): Promise<Map<Subject, Day[]>> {
  const rows = await db.sql<{ subject: Subject; days: Day[] }>({
    name: "analytics-marked-days",
    // The day of the hour's beginning and of its end: some zones are half an hour apart from UTC.
    text: `SELECT subject, array_agg(DISTINCT (edge AT TIME ZONE $1)::date::text) AS days
      FROM analytics_marks, LATERAL (VALUES (hour), (hour + interval '3599999 milliseconds')) AS edges (edge)
      GROUP BY subject`,
    values: [zone],
  });
  return new Map(rows.map(({ subject, days }) => [subject, days.sort()]));
}

/** The last day with facts after another one; null where there is none. Without that bound all rows would be read. */
async function lastDayAfter(
  db: Db,
  { name, table, scope, lastDay }: Rollup,
  { zone, after }: { zone: string; after: Day },
): Promise<Day | null> {
  const kept = `SELECT max(day) AS day FROM ${table} WHERE zone = $1::text AND ${scope} AND day > $2::text::date`;
  const [row] = await db.sql<{ day: Day | null }>({
    name: `analytics-last-day-${name}`,
    text: `SELECT day::text AS day FROM (${lastDay?.("$1::text", "$2::text::date") ?? kept}) AS last`,
    values: [zone, after],
  });
  return row?.day ?? null;
}

/**
 * The marked days, and those later ones whose figures depend on what happened before. Nothing that is kept comes after
 * today, so as a rule there are none.
 */
export async function withLaterDays(
  db: Db,
  rollup: Rollup,
  { zone, days }: { zone: string; days: readonly Day[] },
): Promise<Day[]> {
  const { later, name } = rollup;
  const first = days[0];
  if (!later || !first) return [...days];
  const last = await lastDayAfter(db, rollup, { zone, after: first });
  const late = days.filter((day) => last !== null && day < last);
  const found = new Set(days);
  for (const { from, to } of toRanges(late, 366)) {
    const rows = await db.sql<{ day: Day }>({
      name: `analytics-later-days-${name}`,
      text: `SELECT DISTINCT day::text AS day
        FROM (${later(spanOfParameters)}) AS later`,
      values: [zone, from, to],
    });
    for (const { day } of rows) found.add(day);
  }
  return [...found].sort();
}
