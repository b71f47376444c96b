import type { Db } from "@/lib/db";
import type { Adjustment } from "./types";

const columns = {
  ...{ id: true, userId: true, act: true, amountMilli: true, expiresAt: true, asDebt: true, reason: true },
  ...{ note: true, entrySeq: true, deltaMilli: true, debtDeltaMilli: true, createdAt: true, actorId: true },
  ...{ reversesId: true, reversedBy: { select: { id: true } } },
} as const;

type Row = Omit<Adjustment, "by" | "at" | "reversedById"> & {
  userId: string;
  createdAt: Date;
  actorId: string;
  reversedBy: { id: string } | null;
};

async function toAdjustments(db: Db, rows: readonly Row[]): Promise<Adjustment[]> {
  const admins = await db.prisma.user.findMany({
    where: { id: { in: [...new Set(rows.map(({ actorId }) => actorId))] } },
    select: { id: true, email: true },
  });
  const emails = new Map(admins.map(({ id, email }) => [id, email]));
  return rows.map(({ createdAt, actorId, reversedBy, userId: _, ...row }) => ({
    ...row,
    ...{ by: emails.get(actorId) ?? actorId, at: createdAt, reversedById: reversedBy?.id ?? null },
  }));
}

/** One of somebody's; another's is none. */
export async function findAdjustment(
  db: Db,
  { userId, id }: { userId: string; id: string },
): Promise<Adjustment | null> {
  const row = await db.prisma.creditAdjustment.findFirst({ where: { id, userId }, select: columns });
  return row ? ((await toAdjustments(db, [row]))[0] ?? null) : null;
}

/** Whosever it is. */
export async function findByKey(db: Db, id: string): Promise<Row | null> {
  return db.prisma.creditAdjustment.findUnique({ where: { id }, select: columns });
}

interface Read {
  userId: string;
  before: bigint | null;
  after: bigint | null;
  limit: number;
}

/** Newest first. */
export async function readAdjustments(db: Db, { userId, before, after, limit }: Read): Promise<Adjustment[]> {
  const forward = before === null && after !== null;
  const rows = await db.prisma.creditAdjustment.findMany({
    where: {
      userId,
      ...(before === null
        ? after === null
          ? {}
          : { entrySeq: { gt: after } }
        : { entrySeq: { lt: before } }),
    },
    orderBy: { entrySeq: forward ? "asc" : "desc" },
    take: limit,
    select: columns,
  });
  const adjustments = await toAdjustments(db, rows);
  return forward ? adjustments.reverse() : adjustments;
}
