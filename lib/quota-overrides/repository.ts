import type { Db } from "@/lib/db";
import type { QuotaOverride } from "./types";

const columns = {
  ...{ id: true, kind: true, limit: true, reason: true, startsAt: true, endsAt: true, endedAt: true },
} as const;

export async function findOverride(
  db: Db,
  where: { id: string; userId: string },
): Promise<QuotaOverride | null> {
  return db.prisma.quotaOverride.findFirst({ where, select: columns });
}

/** The latest first. */
export async function listQuotaOverrides(db: Db, userId: string): Promise<QuotaOverride[]> {
  return db.prisma.quotaOverride.findMany({
    where: { userId },
    orderBy: { startsAt: "desc" },
    take: 20,
    select: columns,
  });
}

interface Open {
  userId: string;
  kind: string;
  now: Date;
}

/** Ends the one of a kind that nobody ended. @returns it, if it still counted */
export async function endOpen(tx: Db, { userId, kind, now }: Open): Promise<QuotaOverride | null> {
  const open = await tx.prisma.quotaOverride.findFirst({
    where: { userId, kind, endedAt: null },
    select: columns,
  });
  if (!open) return null;
  const endedAt = open.endsAt < now ? open.endsAt : now;
  await tx.prisma.quotaOverride.update({ where: { id: open.id }, data: { endedAt }, select: { id: true } });
  return open.endsAt > now ? open : null;
}

interface NewOverride extends Omit<QuotaOverride, "endedAt"> {
  userId: string;
  setBy: string;
}

/** @returns false when the id is taken */
export async function insertOverride(tx: Db, row: NewOverride): Promise<boolean> {
  const { count } = await tx.prisma.quotaOverride.createMany({ data: [row], skipDuplicates: true });
  return count === 1;
}
