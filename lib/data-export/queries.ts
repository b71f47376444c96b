import type { Db } from "@/lib/db";
import { dayBefore, statusAt } from "./policy";
import type { DataExportView } from "./types";

/** The export that a person asked for last. */
export async function findLatestExport(db: Db, userId: string, now: Date): Promise<DataExportView | null> {
  const row = await db.prisma.dataExport.findFirst({
    where: { userId },
    orderBy: { id: "desc" },
    select: { id: true, status: true, createdAt: true, byteSize: true, expiresAt: true },
  });
  if (!row) return null;
  const { id, createdAt, byteSize, expiresAt } = row;
  const status = statusAt(row, now);
  return { id, status, askedAt: createdAt, byteSize: byteSize === null ? null : Number(byteSize), expiresAt };
}

export async function isPending(db: Db, userId: string): Promise<boolean> {
  return (await db.prisma.dataExport.count({ where: { userId, status: "pending" } })) > 0;
}

/** When the exports of the last day were asked for, the earliest first. One that failed is not held against anybody. */
export async function listOfDay(db: Db, userId: string, now: Date): Promise<Date[]> {
  const rows = await db.prisma.dataExport.findMany({
    where: { userId, createdAt: { gt: dayBefore(now) }, status: { not: "failed" } },
    orderBy: { createdAt: "asc" },
    select: { createdAt: true },
  });
  return rows.map(({ createdAt }) => createdAt);
}

/** Where a person's export lies, and until when; null for everybody else's. */
export async function findReady(
  db: Db,
  { id, userId }: { id: string; userId: string },
): Promise<{ objectKey: string; finishedAt: Date; expiresAt: Date } | null> {
  const row = await db.prisma.dataExport.findFirst({
    where: { id, userId, status: "ready" },
    select: { objectKey: true, finishedAt: true, expiresAt: true },
  });
  if (!row?.objectKey || !row.finishedAt || !row.expiresAt) return null;
  return { objectKey: row.objectKey, finishedAt: row.finishedAt, expiresAt: row.expiresAt };
}

export async function listExpired(db: Db, now: Date, limit: number): Promise<string[]> {
  const rows = await db.prisma.dataExport.findMany({
    where: { status: "ready", expiresAt: { lte: now } },
    orderBy: { expiresAt: "asc" },
    take: limit,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
