import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { splitRange } from "./days";
import { readMarkedDays, withLaterDays } from "./changed-days";
import { readFactRange } from "./rebuild-analytics";
import { allRollups } from "./rollups/all-rollups";
import type { Rollup } from "./rollups/rollup";
import { spanOfParameters } from "./rollups/span";
import type { Day, DayRange } from "./types";
import { daysAtOnce } from "./write-days";
import { listKnownZones } from "./zones";

/** A row that is kept otherwise than the facts say. */
interface AnalyticsDifference {
  zone: string;
  table: string;
  day: Day;
  /** The row's keys and values as JSON; null where there is no such row. */
  kept: string | null;
  facts: string | null;
}

export interface AnalyticsReport {
  zones: readonly string[];
  /** Rows that were compared. */
  rows: number;
  differences: readonly AnalyticsDifference[];
}

type Compared = Omit<AnalyticsDifference, "zone" | "table"> & { same: boolean };

const nameOf = ({ day, kept, facts }: Compared) => JSON.stringify([day, kept, facts]);

async function compare(
  db: Db,
  rollup: Rollup,
  { zone, range: { from, to }, skip }: { zone: string; range: DayRange; skip: readonly Day[] },
): Promise<Compared[]> {
  const { name, table, scope, keys, values, facts } = rollup;
  const columns = [...keys, ...values].map((name) => `"${name}"`).join(", ");
  const wanted = "day BETWEEN $2::text::date AND $3::text::date AND NOT day = ANY ($4::text[]::date[])";
  return db.sql<Compared>({
    name: `analytics-verify-${name}`,
    text: `SELECT coalesce(k.day, f.day)::text AS day, k.row::text AS kept, f.row::text AS facts,
        k.row IS NOT DISTINCT FROM f.row AS same
      FROM (SELECT day, jsonb_build_array(${columns}) AS row FROM ${table} WHERE zone = $1 AND ${scope} AND ${wanted}) AS k
      FULL JOIN (SELECT day, jsonb_build_array(${columns}) AS row
        FROM (${facts(spanOfParameters)}) AS facts WHERE ${wanted}) AS f
      ON f.day = k.day AND f.row = k.row`,
    values: [zone, from, to, skip],
  });
}

interface Look {
  zone: string;
  range: DayRange;
}

async function look(db: Db, rollup: Rollup, { zone, range }: Look) {
  const marked = (await readMarkedDays(db, zone)).get(rollup.subject) ?? [];
  const skip = await withLaterDays(db, rollup, { zone, days: marked });
  const different: Compared[] = [];
  let rows = 0;
  for (const part of splitRange(range, daysAtOnce)) {
    const compared = await compare(db, rollup, { zone, range: part, skip });
    rows += compared.length;
    different.push(...compared.filter(({ same }) => !same));
  }
  return { rows, different };
}

/** What changed while it was looked at is marked by now, or written anew: only what differs twice is a difference. */
async function verifyRollup(db: Db, rollup: Rollup, asked: Look) {
  const { rows, different: found } = await look(db, rollup, asked);
  const days = found.map(({ day }) => day).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return { rows, differences: [] };
  const { zone } = asked;
  const again = await look(db, rollup, { zone, range: { from: first, to: last } });
  const seen = new Set(found.map(nameOf));
  const differences = again.different
    .filter((row) => seen.has(nameOf(row)))
    .map(({ day, kept, facts }) => ({ zone, table: rollup.table, day, kept, facts }));
  return { rows, differences };
}

/**
 * Compares what is kept with what the facts say now, in all zones that were built. Days with a mark are left out: they
 * are read from the facts anyway. Changes nothing.
 */
export async function verifyAnalytics({ db }: Pick<AppContext, "db">): Promise<AnalyticsReport> {
  const zones = (await listKnownZones(db)).filter(({ builtAt }) => builtAt).map(({ zone }) => zone);
  const range = await readFactRange(db);
  if (!range) return { zones, rows: 0, differences: [] };
  const differences: AnalyticsDifference[] = [];
  let rows = 0;
  for (const zone of zones)
    for (const rollup of allRollups) {
      const result = await verifyRollup(db, rollup, { zone, range });
      rows += result.rows;
      differences.push(...result.differences);
    }
  return { zones, rows, differences };
}

/** Handles the job "verify-analytics": tells whoever reads the log when something differs. */
export async function verifyAnalyticsByTheClock(ctx: Pick<AppContext, "db" | "log">): Promise<void> {
  const { differences } = await verifyAnalytics(ctx);
  if (differences.length > 0)
    ctx.log.error(
      { count: differences.length, differences: differences.slice(0, 20) },
      "daily figures differ from their facts",
    );
}
