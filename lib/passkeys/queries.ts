import type { Db } from "@/lib/db";

/** A passkey with whose it is, by the name that its device gives it. */
export async function findByCredential(db: Db, credentialId: string) {
  return db.prisma.passkey.findUnique({
    where: { credentialId },
    select: {
      id: true,
      userId: true,
      publicKey: true,
      deviceType: true,
      name: true,
      user: {
        select: {
          email: true,
          name: true,
          role: true,
          suspendedAt: true,
          passkeyHandle: { select: { handle: true } },
        },
      },
    },
  });
}

/** A person's passkeys, the oldest first. */
export async function readPasskeys(db: Db, userId: string) {
  return db.prisma.passkey.findMany({
    where: { userId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, name: true, createdAt: true, lastUsedAt: true, backedUp: true },
  });
}

/** How a browser finds a person's passkeys among those it has. */
export async function readDescriptors(
  db: Db,
  userId: string,
): Promise<{ id: string; transports: string[] }[]> {
  const rows = await db.prisma.passkey.findMany({
    where: { userId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { credentialId: true, transports: true },
  });
  return rows.map(({ credentialId, transports }) => ({ id: credentialId, transports }));
}

export async function countPasskeys(db: Db, userId: string): Promise<number> {
  return db.prisma.passkey.count({ where: { userId } });
}
