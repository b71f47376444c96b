import { type Db } from "@/lib/db";
import { checkUserId } from "./check-input";
import { type CreditsContext } from "./context";

/**
 * From now on the job "top-up-credits" is added, in the transaction of whoever takes the credits, each time the balance
 * falls below this; null: no more. It tells only of falling: what is below already is for the caller to see.
 * Idempotent. An account without any credits is made where there is none.
 */
export async function watchBalance(
  ctx: CreditsContext,
  { userId, topUpMilli }: { userId: string; topUpMilli: bigint | null },
): Promise<void> {
  checkUserId(userId);
  const { prisma } = ctx.db;
  if (topUpMilli !== null)
    await prisma.creditAccount.createMany({
      data: { userId, createdAt: ctx.clock.now() },
      skipDuplicates: true,
    });
  await prisma.creditAccount.updateMany({ where: { userId }, data: { topUpMilli } });
}

/** Names the present dip of a balance: new credits end it, so that the next one has another number. */
export async function findEpisode(db: Db, userId: string): Promise<number> {
  const account = await db.prisma.creditAccount.findUnique({
    where: { userId },
    select: { lotCount: true },
  });
  return account?.lotCount ?? 0;
}
