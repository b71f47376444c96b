import type { LedgerReport } from "@/lib/credits/types";
import { type Prisma, type Db } from "@/lib/db";

/** Two who ask at once are one check. */
export async function lockLedgerChecks(tx: Db): Promise<void> {
  await tx.sql({
    name: "lock-ledger-checks",
    text: "SELECT pg_advisory_xact_lock(hashtextextended('ledger-checks', 0))::text AS locked",
    values: [],
  });
}

interface NewCheck {
  state: "waiting" | "running";
  requestedById: string | null;
  now: Date;
}

export async function insertCheck(db: Db, { state, requestedById, now }: NewCheck): Promise<string> {
  const { id } = await db.prisma.ledgerCheck.create({
    data: { state, requestedById, problems: [], startedAt: now, updatedAt: now },
    select: { id: true },
  });
  return id;
}

/** @returns false when it runs or ran already, or is gone */
export async function beginCheck(db: Db, id: string, now: Date): Promise<boolean> {
  const { count } = await db.prisma.ledgerCheck.updateMany({
    where: { id, state: "waiting" },
    data: { state: "running", startedAt: now, updatedAt: now },
  });
  return count === 1;
}

export async function noteProgress(
  db: Db,
  id: string,
  progress: { accounts: number; now: Date },
): Promise<void> {
  const { accounts, now } = progress;
  await db.prisma.ledgerCheck.updateMany({ where: { id }, data: { accounts, updatedAt: now } });
}

const keptProblems = 100;

export async function finishCheck(
  db: Db,
  id: string,
  { report, now }: { report: LedgerReport; now: Date },
): Promise<void> {
  const { accounts, differences, totals } = report;
  await db.prisma.ledgerCheck.update({
    where: { id },
    data: {
      ...{ accounts, totals, problemCount: differences.length, finishedAt: now, updatedAt: now },
      state: differences.length === 0 ? "passed" : "found_problems",
      problems: differences.slice(0, keptProblems) as unknown as Prisma.InputJsonValue,
    },
    select: { id: true },
  });
}

export async function failCheck(db: Db, id: string, now: Date): Promise<void> {
  await db.prisma.ledgerCheck.updateMany({
    where: { id },
    data: { state: "failed", finishedAt: now, updatedAt: now },
  });
}
