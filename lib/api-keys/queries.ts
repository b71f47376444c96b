import type { Db } from "@/lib/db";

/** A person's keys that are not revoked, newest first. */
export async function readKeys(db: Db, userId: string) {
  return db.prisma.apiKey.findMany({
    where: { userId, revokedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      name: true,
      prefix: true,
      lastFour: true,
      scopes: true,
      createdAt: true,
      rotatedAt: true,
      expiresAt: true,
      lastUsedAt: true,
      previousUntil: true,
    },
  });
}
