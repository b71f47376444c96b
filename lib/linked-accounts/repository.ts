import type { Db } from "@/lib/db";
import type { LinkedProvider, ProviderIdentity } from "./types";

type Account = Pick<ProviderIdentity, "provider" | "providerAccountId">;

/** Orders everything that is done with one account of a provider until the transaction ends. */
export async function lockProviderAccount(db: Db, { provider, providerAccountId }: Account): Promise<void> {
  await db.sql({
    name: "lock-provider-account",
    text: "SELECT pg_advisory_xact_lock(hashtextextended('account:' || $1::text || ':' || $2::text, 0))::text AS locked",
    values: [provider, providerAccountId],
  });
}

/** Orders everything that changes the ways in of one person. */
export async function lockOwner(db: Db, userId: string): Promise<void> {
  await db.sql({
    name: "lock-owner-of-ways-in",
    text: "SELECT id FROM users WHERE id = $1::uuid FOR UPDATE",
    values: [userId],
  });
}

interface NewAccount extends Account {
  userId: string;
  email: string;
  now: Date;
}

/** @returns false when the account is linked already, or the person has another one of that provider */
export async function insertAccount(db: Db, { now, ...account }: NewAccount): Promise<boolean> {
  const { count } = await db.prisma.account.createMany({
    data: [{ ...account, createdAt: now }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** @returns the address it was linked with, or null when there was none */
export async function deleteAccount(
  db: Db,
  userId: string,
  provider: LinkedProvider,
): Promise<string | null> {
  const where = { userId_provider: { userId, provider } };
  const row = await db.prisma.account.findUnique({ where, select: { email: true } });
  if (row) await db.prisma.account.delete({ where, select: { id: true } });
  return row?.email ?? null;
}
