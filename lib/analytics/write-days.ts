import type { Database } from "@/lib/db";
import { columnsOf, type Rollup } from "./rollups/rollup";
import { spanOfParameters } from "./rollups/span";
import { lengthOf, splitRange } from "./days";
import type { DayRange } from "./types";

/** Days whose rows are replaced in one transaction, however many facts they have. */
export const daysAtOnce = 31;

interface Asked {
  zone: string;
  range: DayRange;
}

/**
 * Replaces a rollup's rows of some days by what the facts say now. Two that do it at once do it one after the other, and
 * the later one sees all that the earlier saw.
 */
async function writeDays(db: Database, rollup: Rollup, { zone, range: { from, to } }: Asked): Promise<void> {
  const { name, table, scope, facts } = rollup;
  await db.transaction(async (tx) => {
    await tx.sql({
      name: "lock-analytics-rollup",
      text: "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))::text AS locked",
      values: [`analytics:${zone}:${name}`],
    });
    await tx.sql({
      name: `analytics-remove-${name}`,
      text: `DELETE FROM ${table} WHERE zone = $1 AND day BETWEEN $2::text::date AND $3::text::date AND ${scope}`,
      values: [zone, from, to],
    });
    await tx.sql({
      name: `analytics-write-${name}`,
      text: `INSERT INTO ${table} (zone, ${columnsOf(rollup)})
        SELECT $1, facts.* FROM (${facts(spanOfParameters)}) AS facts`,
      values: [zone, from, to],
    });
  });
}

/** Prisma's word for a transaction whose time was over. */
const isOutOfTime = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "P2028";

/** A transaction ends after a time: days that are too much for one are written in two, down to single ones. */
export async function writeRange(db: Database, rollup: Rollup, { zone, range }: Asked): Promise<void> {
  try {
    await writeDays(db, rollup, { zone, range });
  } catch (error) {
    const days = lengthOf(range);
    if (days === 1 || !isOutOfTime(error)) throw error;
    for (const half of splitRange(range, Math.ceil(days / 2)))
      await writeRange(db, rollup, { zone, range: half });
  }
}
