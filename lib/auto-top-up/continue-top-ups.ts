import type { TopUpContext } from "./context";
import { listNeglected } from "./queries";
import { topUpCredits } from "./top-up-credits";

const pageSize = 200;

async function continueOne(ctx: TopUpContext, userId: string): Promise<void> {
  try {
    await topUpCredits(ctx, { userId });
  } catch (error) {
    ctx.log.error({ err: error, userId }, "a top-up could not be continued");
  }
}

/**
 * Handles the job "continue-top-ups": does what nobody does any more. Purchases that a process left, low balances whose
 * job is gone, and those that had to wait for a new month, for a debt to be repaid or an account to be restored. One
 * that fails keeps no other back. Idempotent.
 * @returns how many were looked at
 */
export async function continueTopUps(ctx: TopUpContext): Promise<number> {
  const [now, leasesUntil] = [ctx.clock.now(), ctx.systemClock.now()];
  let looked = 0;
  let after: string | null = null;
  for (;;) {
    const people: string[] = await listNeglected(ctx.db, { now, leasesUntil, after, limit: pageSize });
    for (const userId of people) await continueOne(ctx, userId);
    looked += people.length;
    after = people.at(-1) ?? null;
    if (people.length < pageSize) return looked;
  }
}
