import type { LedgerDifference, LedgerReport } from "@/lib/credits/types";
import type { Db } from "@/lib/db";
import { stateOf } from "./policy";
import type { LedgerCheck } from "./types";

type Row = Awaited<ReturnType<typeof readRows>>[number];

function readRows(db: Db, limit: number) {
  return db.prisma.ledgerCheck.findMany({ orderBy: { id: "desc" }, take: limit });
}

export async function readEmails(db: Db, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const people = await db.prisma.user.findMany({
    where: { id: { in: wanted } },
    select: { id: true, email: true },
  });
  return new Map(people.map(({ id, email }) => [id, email]));
}

function toCheck(row: Row, emails: Map<string, string>, now: Date): LedgerCheck {
  const { requestedById, updatedAt, problems, totals, ...rest } = row;
  return {
    ...rest,
    state: stateOf(row.state, updatedAt, now),
    problems: problems as unknown as LedgerDifference[],
    totals: totals as unknown as LedgerReport["totals"] | null,
    requestedBy: requestedById ? (emails.get(requestedById) ?? requestedById) : null,
  };
}

/** The latest, newest first. */
export async function readChecks(
  db: Db,
  { limit, now }: { limit: number; now: Date },
): Promise<LedgerCheck[]> {
  const rows = await readRows(db, limit);
  const emails = await readEmails(
    db,
    rows.map(({ requestedById }) => requestedById),
  );
  return rows.map((row) => toCheck(row, emails, now));
}

/** When the ledger was last checked to the end, and what was found; null when it never was. */
export async function findLastOutcome(db: Db): Promise<{ at: Date; problems: number } | null> {
  const row = await db.prisma.ledgerCheck.findFirst({
    where: { state: { in: ["passed", "found_problems"] } },
    orderBy: { id: "desc" },
    select: { finishedAt: true, startedAt: true, problemCount: true },
  });
  return row && { at: row.finishedAt ?? row.startedAt, problems: row.problemCount };
}
