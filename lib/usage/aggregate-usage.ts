import type { AppContext } from "@/lib/context";
import { waitForWriters, type Database, type Db } from "@/lib/db";
import { followZones } from "./follow-zones";
import { recordsKeptFrom } from "./keep";
import { claimUsageMarks, removeUsageMarks, type UsageMark } from "./marks";
import { lockSums, writeDays, writeHours } from "./write-sums";

type Context = Pick<AppContext, "db" | "clock" | "systemClock">;

const marksAtOnce = 500;
/** Of a day that begins earlier somewhere a part may be gone. */
const firstDaysMs = 2 * 86_400_000;

/**
 * The tables of the months in which something waits for one, and of those to come: of no others, as a clock that jumped
 * may leave hundreds of years between. In two statements: one that has looked at what waits would keep its table from
 * being changed by another of its kind, and the other way round.
 */
async function ensureMonths(db: Database, now: Date, keptFrom: Date): Promise<void> {
  const waiting = await db.sql<{ month: Date }>({
    name: "find-waiting-usage",
    text: `SELECT DISTINCT date_trunc('month', at, 'UTC') AS month FROM usage_months.rest
      WHERE at >= $1::timestamptz AND at < $2::timestamptz`,
    values: [keptFrom, now],
  });
  const months = waiting.map(({ month }) => month);
  await db.transaction(async (tx) => {
    // A statement that began while a month is put in place may see its records nowhere: nobody sums meanwhile.
    await lockSums(tx);
    await tx.sql({
      name: "ensure-usage-months",
      text: `SELECT ensure_usage_months($1::timestamptz, $1::timestamptz + interval '2 months'),
        (SELECT count(ensure_usage_months(month, month)) FROM unnest($2::timestamptz[]) AS month)`,
      values: [now, months],
    });
  });
}

/** Minutes that are over limit nothing any more. */
async function forgetMinutes(db: Db, now: Date): Promise<void> {
  await db.sql({
    name: "forget-quota-minutes",
    text: `DELETE FROM quota_counters WHERE kind = 'api_calls_per_minute'
      AND starts_at < $1::timestamptz - interval '1 hour'`,
    values: [now],
  });
}

/**
 * Handles the job "aggregate-usage": sums the hours and days anew in which records came or changed. May run twice at
 * once, and die anywhere: a mark goes in the transaction that writes its sums, and what has a mark is read from the
 * records. An hour whose records were let go of stays as it was summed.
 * @returns how many hours were summed
 */
export async function aggregateUsage({ db, clock, systemClock }: Context): Promise<{ hours: number }> {
  const keptFrom = recordsKeptFrom(systemClock.now());
  await ensureMonths(db, clock.now(), keptFrom);
  await forgetMinutes(db, clock.now());
  await followZones(db, keptFrom);
  const marks = await claimUsageMarks(db);
  await waitForWriters(db);
  const isKept = ({ hour }: UsageMark) => hour.getTime() >= keptFrom.getTime() + firstDaysMs;
  const due = marks.filter(isKept);
  await removeUsageMarks(
    db,
    marks.filter((mark) => !isKept(mark)),
  );
  for (let first = 0; first < due.length; first += marksAtOnce) {
    const batch = due.slice(first, first + marksAtOnce);
    await db.transaction(async (tx) => {
      await lockSums(tx);
      await writeHours(tx, batch);
      await writeDays(tx, batch);
      await removeUsageMarks(tx, batch);
    });
  }
  return { hours: due.length };
}
