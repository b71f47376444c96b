import { Prisma, type Db } from "@/lib/db";
import type { Span } from "./policy";
import type { ReadBatch } from "./reconcile";
import type { Difference, Repair } from "./types";

const json = (value: unknown) => value as Prisma.InputJsonValue;

interface NewRun extends Span {
  id: string;
  askedBy: string;
  rehearse: boolean;
  now: Date;
}

/** False when another one is running: the database keeps it to one. */
export async function openRun(
  tx: Db,
  { id, askedBy, since, until, rehearse, now }: NewRun,
): Promise<boolean> {
  const { count } = await tx.prisma.reconciliationRun.createMany({
    data: { id, askedBy, since, until, rehearse, done: [], startedAt: now, updatedAt: now },
    skipDuplicates: true,
  });
  return count === 1;
}

export interface ClaimedRun extends Span {
  rehearse: boolean;
  done: string[];
}

/**
 * Takes a run over, also from a process that died on it: what that one had counted of the kind that it was reading is
 * counted again. Null when it is not running any more.
 */
export async function claimRun(
  db: Db,
  { id, claim, now }: { id: string; claim: string; now: Date },
): Promise<ClaimedRun | null> {
  const [row] = await db.sql<ClaimedRun>({
    name: "claim-reconciliation-run",
    text: `UPDATE reconciliation_runs SET claim = $2::uuid, compared = compared_before, problem = NULL,
        updated_at = $3::timestamptz
      WHERE id = $1::uuid AND status = 'running' RETURNING since, until, rehearse, done`,
    values: [id, claim, now],
  });
  return row ?? null;
}

type Mine = { id: string; claim: string; now: Date };

/** Writes down what was read. False when somebody else has the run, or it was canceled. */
export async function saveBatch(tx: Db, { id, claim, now }: Mine, batch: ReadBatch): Promise<boolean> {
  const { object, since, compared, differences, ended } = batch;
  const { count } = await tx.prisma.reconciliationRun.updateMany({
    where: { id, claim, status: "running" },
    data: {
      ...{ object, position: since, compared: { increment: compared }, updatedAt: now },
      ...(ended ? { done: { push: object } } : { pages: { increment: 1 } }),
    },
  });
  if (count === 0) return false;
  if (ended)
    await tx.sql({
      name: "close-reconciled-kind",
      text: "UPDATE reconciliation_runs SET compared_before = compared WHERE id = $1::uuid RETURNING 1",
      values: [id],
    });
  if (differences.length > 0) await addDifferences(tx, id, differences);
  return true;
}

async function addDifferences(tx: Db, runId: string, differences: readonly Difference[]): Promise<void> {
  const { count } = await tx.prisma.reconciliationDifference.createMany({
    data: differences.map((difference) => {
      const { key, kind, repairable } = difference;
      return { runId, key, kind, repairable, difference: json(difference) };
    }),
    skipDuplicates: true,
  });
  await tx.prisma.reconciliationRun.update({
    where: { id: runId },
    data: { found: { increment: count } },
    select: { id: true },
  });
}

/** Differences that nobody has tried yet, for a rehearsal. */
export function listUnrehearsed(db: Db, runId: string, limit: number): Promise<{ key: string }[]> {
  return db.prisma.reconciliationDifference.findMany({
    where: { runId, repairable: true, outcome: null, repair: { equals: Prisma.DbNull } },
    ...{ orderBy: { id: "asc" }, take: limit, select: { key: true } },
  });
}

export async function keepRehearsal(db: Db, runId: string, repair: Repair): Promise<void> {
  await db.prisma.reconciliationDifference.updateMany({
    where: { runId, key: repair.key, outcome: null },
    data: { repair: json(repair) },
  });
}

type End = Mine & { status: "finished" | "failed" | "canceled" };

export async function endRun(db: Db, { id, claim, status, now }: End): Promise<void> {
  await db.prisma.reconciliationRun.updateMany({
    where: { id, claim, status: "running" },
    data: { status, finishedAt: now, updatedAt: now, object: null, position: null },
  });
}

/** Why it does not go on at the moment. */
export async function noteProblem(db: Db, { id, claim, now }: Mine, problem: string): Promise<void> {
  await db.prisma.reconciliationRun.updateMany({
    where: { id, claim, status: "running" },
    data: { problem, updatedAt: now },
  });
}

/** False when it was over. */
export async function cancelRunning(tx: Db, { id, now }: { id: string; now: Date }): Promise<boolean> {
  const { count } = await tx.prisma.reconciliationRun.updateMany({
    where: { id, status: "running" },
    data: { status: "canceled", finishedAt: now, updatedAt: now, claim: null },
  });
  return count === 1;
}

interface Settled {
  repair: Repair;
  now: Date;
}

/** What became of a difference, in every run that found it and where it was not settled. */
export async function settleDifference(db: Db, { repair, now }: Settled): Promise<void> {
  const { key, outcome } = repair;
  const settled = outcome === "repaired" || outcome === "nothing_to_do";
  await db.prisma.reconciliationDifference.updateMany({
    where: { key, settledAt: null },
    data: { outcome, repair: json(repair), queuedBy: null, ...(settled ? { settledAt: now } : {}) },
  });
}

interface Queue {
  runId: string;
  kind: string;
  queuedBy: string;
  reason: string;
}

/** Of a kind, what can be repaired and is not, waits for its job. */
export async function queueRepairs(tx: Db, { runId, kind, queuedBy, reason }: Queue): Promise<string[]> {
  const rows = await tx.sql<{ key: string }>({
    name: "queue-repairs",
    text: `UPDATE reconciliation_differences SET queued_by = $3::text, reason = $4::text
      WHERE run_id = $1::uuid AND kind = $2::text AND repairable AND settled_at IS NULL AND queued_by IS NULL RETURNING key`,
    values: [runId, kind, queuedBy, reason],
  });
  return rows.map(({ key }) => key);
}

export function nextQueued(db: Db, runId: string) {
  return db.prisma.reconciliationDifference.findFirst({
    where: { runId, queuedBy: { not: null }, settledAt: null },
    orderBy: { id: "asc" },
    select: { key: true, queuedBy: true, reason: true },
  });
}
