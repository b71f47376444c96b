import type { Db } from "@/lib/db";
import { AlreadySubscribed } from "./errors";
import { findLiveSubscription } from "./repository";

/** @throws AlreadySubscribed */
export async function assertMaySubscribe(db: Db, userId: string): Promise<void> {
  if (await findLiveSubscription(db, userId)) throw new AlreadySubscribed();
}

/** Whether the member has or had a plan, whatever became of it. */
export async function hadPlan(db: Db, userId: string): Promise<boolean> {
  const row = await db.prisma.subscription.findFirst({ where: { userId }, select: { id: true } });
  return row !== null;
}
