import { getBalance } from "@/lib/credits";
import type { Database } from "@/lib/db";
import { findEntitlement, getQuotaMeters } from "@/lib/quotas";
import { getUsage } from "@/lib/usage";
import { seconds, timeCalls, type Timed } from "../analytics/timing";
import { contextOf } from "./bench-context";
import type { BenchDatabases } from "./bench-databases";
import { deepDatabase } from "./fill";

export interface PageFigures {
  question: string;
  /** Connections are new and nothing is prepared, each time. */
  cold: Timed;
  /** On connections that are there. */
  warm: Timed;
  /** Milliseconds of the days alone, straight from the records. */
  fromRecordsMs: number;
}

interface Range {
  from: string;
  to: string;
}

/** As many connections as the application has by default. */
const connections = 10;
const dayMs = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * dayMs).toISOString().slice(0, 10);
/** What the page reads whatever is asked: thirty days and those before, and what projections are made of. */
const recently = (): Range => ({ from: daysAgo(64), to: daysAgo(-1) });

const questionsOf = (): ReadonlyMap<string, Range | null> =>
  new Map([
    ["12 months, with the 12 before", { from: daysAgo(729), to: daysAgo(0) }],
    ["30 days, with the 30 before", null],
  ]);

/** All that the page `/usage` asks, in its order. */
async function readPage(db: Database, userId: string, range: Range | null): Promise<void> {
  const ctx = contextOf(db);
  const readDays = async () => {
    await getUsage(ctx, { userId, ...recently() });
    if (range) await getUsage(ctx, { userId, ...range });
  };
  await Promise.all([
    readDays(),
    getBalance(ctx, userId),
    getQuotaMeters(ctx, userId),
    findEntitlement(ctx, userId),
  ]);
}

async function readFromRecords(databases: BenchDatabases, userId: string, range: Range): Promise<number> {
  const text = `SELECT (at AT TIME ZONE 'UTC')::date, kind, subject, source, count(*), sum(cost_milli), sum(duration_ms)
    FROM usage_records WHERE user_id = $1::uuid AND at >= $2::date AND at < $3::date + 1 GROUP BY 1, 2, 3, 4`;
  const taken = await seconds(() => databases.query(deepDatabase, text, [userId, range.from, range.to]));
  return 1000 * taken;
}

/** The page's data of one busy person; the connections are opened within the time that is taken. */
export async function measurePages(
  databases: BenchDatabases,
  userId: string,
  times: number,
): Promise<PageFigures[]> {
  const figures: PageFigures[] = [];
  const open = () => Promise.resolve(databases.open(deepDatabase, connections));
  const db = await open();
  const stay = () => Promise.resolve();
  for (const [question, range] of questionsOf()) {
    const call = (one: Database) => readPage(one, userId, range);
    await call(db);
    figures.push({
      question,
      cold: await timeCalls(times, { prepare: open, call, end: (one) => one.close() }),
      warm: await timeCalls(times, { prepare: () => Promise.resolve(db), call, end: stay }),
      fromRecordsMs: await readFromRecords(databases, userId, range ?? recently()),
    });
  }
  await db.close();
  return figures;
}
