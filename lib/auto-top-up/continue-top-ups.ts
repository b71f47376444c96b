import type { TopUpContext } from "./context";
import { listNeglected } from "./queries";
import { topUpCredits } from "./top-up-credits";

/** More wait for the next run. */
const atOnce = 200;

/**
 * Handles the job "continue-top-ups": does what nobody does any more. Purchases that a process left, low balances whose
 * job is gone, and those that had to wait for a new month, for a debt to be repaid or an account to be restored. One
 * that fails keeps no other back. Idempotent.
 * @returns how many were looked at
 */
export async function continueTopUps(ctx: TopUpContext): Promise<number> {
  const people = await listNeglected(ctx.db, ctx.clock.now(), atOnce);
  for (const userId of people) {
    try {
      await topUpCredits(ctx, { userId });
    } catch (error) {
      ctx.log.error({ err: error, userId }, "a top-up could not be continued");
    }
  }
  return people.length;
}
