import type { Db } from "@/lib/db";

const name = "stripe-events";

export async function findCursor(db: Db): Promise<Date | null> {
  const row = await db.prisma.syncCursor.findUnique({ where: { name }, select: { position: true } });
  return row?.position ?? null;
}

/** Only forwards: a slow sweep does not undo the progress of a later one. */
export async function moveCursor(db: Db, position: Date): Promise<void> {
  const row = { position, updatedAt: position };
  await db.prisma.syncCursor.createMany({ data: { name, ...row }, skipDuplicates: true });
  await db.prisma.syncCursor.updateMany({ where: { name, position: { lt: position } }, data: row });
}
