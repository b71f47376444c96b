import type { Db } from "@/lib/db";

/** Whose picture has this id, or that nobody's has. */
export async function isShown(db: Db, pictureId: string): Promise<boolean> {
  const row = await db.prisma.avatar.findUnique({ where: { pictureId }, select: { userId: true } });
  return row !== null;
}

/** A person's picture; null where they have none. */
export async function findPictureId(db: Db, userId: string): Promise<string | null> {
  const row = await db.prisma.avatar.findUnique({ where: { userId }, select: { pictureId: true } });
  return row?.pictureId ?? null;
}
