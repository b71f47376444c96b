import type { AppContext } from "@/lib/context";
import { waitForWriters, type Database, type Db } from "@/lib/db";
import { splitRange } from "./days";
import { claimMarks, removeMarks } from "./marks";
import { allRollups } from "./rollups/all-rollups";
import type { DayRange } from "./types";
import { daysAtOnce, writeRange } from "./write-days";
import { listKnownZones, noteBuilt, utc } from "./zones";

/** From the first fact to the last; null where there is none. A day more at both ends, for all zones. */
export async function readFactRange(db: Db): Promise<DayRange | null> {
  const [row] = await db.sql<{ from: string | null; to: string | null }>({
    name: "analytics-fact-range",
    text: `SELECT (min(at) AT TIME ZONE 'UTC' - interval '1 day')::date::text AS from,
        (max(at) AT TIME ZONE 'UTC' + interval '1 day')::date::text AS to
      FROM (
        SELECT min(created_at) AS at FROM users UNION ALL SELECT max(created_at) FROM users
        UNION ALL SELECT min(email_verified_at) FROM users UNION ALL SELECT max(email_verified_at) FROM users
        UNION ALL SELECT min(anonymised_at) FROM users UNION ALL SELECT max(anonymised_at) FROM users
        UNION ALL SELECT min(paid_at) FROM payments UNION ALL SELECT max(paid_at) FROM payments
        UNION ALL SELECT min(attempted_at) FROM payment_attempts UNION ALL SELECT max(attempted_at) FROM payment_attempts
        UNION ALL SELECT min(created_at) FROM refunds UNION ALL SELECT max(created_at) FROM refunds
        UNION ALL SELECT min(closed_at) FROM disputes UNION ALL SELECT max(closed_at) FROM disputes
        UNION ALL SELECT min(occurred_at) FROM subscription_changes
        UNION ALL SELECT max(occurred_at) FROM subscription_changes
        UNION ALL SELECT min(created_at) FROM service_runs UNION ALL SELECT max(created_at) FROM service_runs
        UNION ALL SELECT min(created_at) FROM credit_entries UNION ALL SELECT max(created_at) FROM credit_entries
      ) AS ends`,
    values: [],
  });
  return row?.from && row.to ? { from: row.from, to: row.to } : null;
}

/** Removes what is kept of days that have no facts any more. */
async function clearOutside(db: Db, zone: string, range: DayRange | null): Promise<void> {
  for (const table of new Set(allRollups.map((rollup) => rollup.table)))
    await db.sql({
      name: `analytics-clear-${table}`,
      text: `DELETE FROM ${table} WHERE zone = $1 AND NOT coalesce(day BETWEEN $2::text::date AND $3::text::date, false)`,
      values: [zone, range?.from ?? null, range?.to ?? null],
    });
}

/** Computes all days of a zone anew, month by month. Needs claimed marks, as refreshing does. */
export async function rebuildZone(db: Database, zone: string, now: Date): Promise<void> {
  const range = await readFactRange(db);
  await clearOutside(db, zone, range);
  for (const rollup of allRollups)
    for (const part of range ? splitRange(range, daysAtOnce) : [])
      await writeRange(db, rollup, { zone, range: part });
  await noteBuilt(db, zone, now);
}

/**
 * Computes every day of every zone anew from the facts. Reads go on meanwhile. Idempotent; what dies half way is right
 * as far as it came.
 * @returns the zones
 */
export async function rebuildAnalytics({
  db,
  systemClock,
}: Pick<AppContext, "db" | "systemClock">): Promise<string[]> {
  const marks = await claimMarks(db);
  await waitForWriters(db);
  const known = await listKnownZones(db);
  const zones = [...new Set([utc, ...known.map(({ zone }) => zone)])];
  for (const zone of zones) await rebuildZone(db, zone, systemClock.now());
  await removeMarks(db, marks);
  return zones;
}
