import type { AppContext } from "@/lib/context";
import { waitForWriters } from "@/lib/db";
import { readMarkedDays, withLaterDays } from "./changed-days";
import { toRanges } from "./days";
import { claimMarks, removeMarks } from "./marks";
import { rebuildZone } from "./rebuild-analytics";
import { allRollups } from "./rollups/all-rollups";
import { daysAtOnce, writeRange } from "./write-days";
import { listKnownZones, removeUnwantedZones, utc } from "./zones";

type Context = Pick<AppContext, "db" | "systemClock">;

/** A zone that nobody looked at for so long is let go; who looks again has it made again. */
const forgetAfterMs = 60 * 86_400_000;

async function refreshZone(db: Context["db"], zone: string): Promise<number> {
  const marked = await readMarkedDays(db, zone);
  let written = 0;
  for (const rollup of allRollups) {
    const days = await withLaterDays(db, rollup, { zone, days: marked.get(rollup.subject) ?? [] });
    for (const range of toRanges(days, daysAtOnce)) await writeRange(db, rollup, { zone, range });
    written += days.length;
  }
  return written;
}

/** All or nothing: who asks for such a zone first keeps it, and who asks meanwhile waits and has it made again. */
async function forgetZones(db: Context["db"], now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const zones = await removeUnwantedZones(tx, new Date(now.getTime() - forgetAfterMs));
    for (const table of zones.length > 0 ? new Set(allRollups.map((rollup) => rollup.table)) : [])
      await tx.sql({
        name: `analytics-forget-${table}`,
        text: `DELETE FROM ${table} WHERE zone = ANY ($1::text[])`,
        values: [zones],
      });
  });
}

/**
 * Handles the job "refresh-analytics": computes the days anew on which something changed, and the zones that somebody
 * asked for since. May run twice at once, and die anywhere: marks are removed only after their days are written, and a
 * day with a mark is read from the facts.
 * @returns how many days of rollups were written
 */
export async function refreshAnalytics({ db, systemClock }: Context): Promise<{ days: number }> {
  const now = systemClock.now();
  await db.prisma.analyticsZone.createMany({ data: { zone: utc, lastAskedAt: now }, skipDuplicates: true });
  const marks = await claimMarks(db);
  await waitForWriters(db);
  let days = 0;
  await forgetZones(db, now);
  for (const { zone, builtAt } of await listKnownZones(db)) {
    if (builtAt) days += await refreshZone(db, zone);
    else await rebuildZone(db, zone, now);
  }
  await removeMarks(db, marks);
  return { days };
}
