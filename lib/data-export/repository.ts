import type { Db } from "@/lib/db";

/**
 * Lets exports of one person be asked for one after the other.
 * @returns whether the account is still somebody's
 */
export async function lockOwner(tx: Db, userId: string): Promise<boolean> {
  const rows = await tx.sql({
    name: "lock-export-owner",
    text: "SELECT 1 AS found FROM users WHERE id = $1::uuid AND anonymised_at IS NULL FOR UPDATE",
    values: [userId],
  });
  return rows.length > 0;
}

export async function insertPending(tx: Db, userId: string, now: Date): Promise<string> {
  const { id } = await tx.prisma.dataExport.create({
    data: { userId, createdAt: now },
    select: { id: true },
  });
  return id;
}

/** Counts one begin of the job. @returns null when there is nothing to do any more */
export async function beginAttempt(
  db: Db,
  id: string,
): Promise<{ userId: string; attempts: number; createdAt: Date } | null> {
  const [row] = await db.prisma.dataExport.updateManyAndReturn({
    where: { id, status: "pending" },
    data: { attempts: { increment: 1 } },
    select: { userId: true, attempts: true, createdAt: true },
  });
  return row ?? null;
}

interface Made {
  id: string;
  objectKey: string;
  byteSize: number;
  now: Date;
  expiresAt: Date;
}

/** @returns false when another run made it first, or nobody wants it any more */
export async function markReady(tx: Db, { id, objectKey, byteSize, now, expiresAt }: Made): Promise<boolean> {
  const { count } = await tx.prisma.dataExport.updateMany({
    where: { id, status: "pending" },
    data: { status: "ready", objectKey, byteSize, finishedAt: now, expiresAt },
  });
  return count === 1;
}

export async function markFailed(db: Db, id: string, now: Date): Promise<void> {
  await db.prisma.dataExport.updateMany({
    where: { id, status: "pending" },
    data: { status: "failed", finishedAt: now },
  });
}

/** @returns the keys of the objects that it lets go */
export async function markExpired(
  tx: Db,
  which: { id: string } | { userId: string; except: string },
): Promise<string[]> {
  const of = "id" in which ? { id: which.id } : { userId: which.userId, id: { not: which.except } };
  const rows = await tx.prisma.dataExport.findMany({
    where: { ...of, status: "ready" },
    select: { id: true, objectKey: true },
  });
  const { count } = await tx.prisma.dataExport.updateMany({
    where: { id: { in: rows.map(({ id }) => id) }, status: "ready" },
    data: { status: "expired", objectKey: null },
  });
  return count === 0 ? [] : rows.flatMap(({ objectKey }) => objectKey ?? []);
}

/** @returns the keys of the objects that it lets go */
export async function deleteAll(tx: Db, userId: string): Promise<string[]> {
  const rows = await tx.prisma.dataExport.findMany({ where: { userId }, select: { objectKey: true } });
  await tx.prisma.dataExport.deleteMany({ where: { userId } });
  return rows.flatMap(({ objectKey }) => objectKey ?? []);
}
