import type { Db } from "@/lib/db";
import { linkedProviders, type LinkedAccount, type ProviderIdentity } from "./types";

type Account = Pick<ProviderIdentity, "provider" | "providerAccountId">;

/** Whom an account at a provider signs in. */
export async function findLinkedUser(db: Db, { provider, providerAccountId }: Account) {
  const row = await db.prisma.account.findUnique({
    where: { provider_providerAccountId: { provider, providerAccountId } },
    select: { user: { select: { id: true, suspendedAt: true } } },
  });
  return row?.user ?? null;
}

export async function findLinkedUserId(db: Db, account: Account): Promise<string | null> {
  return (await findLinkedUser(db, account))?.id ?? null;
}

/** A person's accounts elsewhere, in the order of the providers. */
export async function listLinkedAccounts(db: Db, userId: string): Promise<LinkedAccount[]> {
  const rows = await db.prisma.account.findMany({
    where: { userId },
    select: { provider: true, email: true, createdAt: true },
  });
  return linkedProviders.flatMap((provider) =>
    rows
      .filter((row) => row.provider === provider)
      .map(({ email, createdAt }) => ({ provider, email, linkedAt: createdAt })),
  );
}
