import type { Db } from "@/lib/db";
import type { Difference, FoundDifference, Repair, Run } from "./types";

const columns = {
  ...{ id: true, status: true, askedBy: true, since: true, until: true, rehearse: true, object: true },
  ...{ position: true, pages: true, compared: true, found: true, problem: true, done: true },
  ...{ startedAt: true, updatedAt: true, finishedAt: true },
} as const;

type Row = Omit<Run, "askedByEmail">;

async function addEmails(db: Db, rows: readonly Row[]): Promise<Run[]> {
  const ids = rows.flatMap(({ askedBy }) => (askedBy.startsWith("system:") ? [] : [askedBy]));
  const users = await db.prisma.user.findMany({
    where: { id: { in: ids } },
    select: { id: true, email: true },
  });
  const emails = new Map(users.map(({ id, email }) => [id, email]));
  return rows.map((row) => ({
    ...row,
    askedByEmail: emails.get(row.askedBy) ?? row.askedBy.replace("system:", ""),
  }));
}

/** The latest ones; ids are UUIDs of version 7, in the order of time. */
export async function readRuns(
  db: Db,
  { before, limit }: { before: string | null; limit: number },
): Promise<Run[]> {
  const rows = await db.prisma.reconciliationRun.findMany({
    where: before ? { id: { lt: before } } : {},
    ...{ orderBy: { id: "desc" }, take: limit, select: columns },
  });
  return addEmails(db, rows);
}

export async function findRun(db: Db, id: string): Promise<Run | null> {
  const row = await db.prisma.reconciliationRun.findUnique({ where: { id }, select: columns });
  return row && ((await addEmails(db, [row]))[0] ?? null);
}

interface Part {
  runId: string;
  kind?: string | undefined;
  after?: string | null;
  limit: number;
}

/** In the order in which they were found. */
export async function readDifferences(
  db: Db,
  { runId, kind, after, limit }: Part,
): Promise<FoundDifference[]> {
  const rows = await db.prisma.reconciliationDifference.findMany({
    where: { runId, ...(kind ? { kind } : {}), ...(after ? { id: { gt: after } } : {}) },
    ...{ orderBy: { id: "asc" }, take: limit },
    select: { id: true, difference: true, repair: true, outcome: true, queuedBy: true, settledAt: true },
  });
  return rows.map(({ id, difference, repair, outcome, queuedBy, settledAt }) => ({
    ...{ id, outcome: outcome as Repair["outcome"] | null, queued: queuedBy !== null, settledAt },
    difference: difference as unknown as Difference,
    repair: repair as unknown as Repair | null,
  }));
}

/** How many of each kind a run found, and how many of them wait for somebody. */
export function countKinds(db: Db, runId: string): Promise<{ kind: string; found: bigint; open: bigint }[]> {
  return db.sql({
    name: "count-differences",
    text: `SELECT kind, count(*) AS found, count(*) FILTER (WHERE settled_at IS NULL AND repairable) AS open
      FROM reconciliation_differences WHERE run_id = $1::uuid GROUP BY kind ORDER BY kind`,
    values: [runId],
  });
}
