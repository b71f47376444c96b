import type { Db } from "@/lib/db";

/**
 * Lets changes of one person's picture happen one after the other.
 * @returns whether the account is still somebody's
 */
export async function lockOwner(tx: Db, userId: string): Promise<boolean> {
  const rows = await tx.sql({
    name: "lock-avatar-owner",
    text: "SELECT 1 AS found FROM users WHERE id = $1::uuid AND anonymised_at IS NULL FOR UPDATE",
    values: [userId],
  });
  return rows.length > 0;
}

interface NewAvatar {
  userId: string;
  pictureId: string;
  now: Date;
}

export async function saveAvatar(tx: Db, { userId, pictureId, now }: NewAvatar): Promise<void> {
  const data = { pictureId, createdAt: now };
  await tx.prisma.avatar.upsert({ where: { userId }, create: { userId, ...data }, update: data });
}

export async function deleteAvatar(tx: Db, userId: string): Promise<void> {
  await tx.prisma.avatar.deleteMany({ where: { userId } });
}
