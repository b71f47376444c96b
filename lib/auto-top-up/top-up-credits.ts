import { beginTopUp } from "./begin-top-up";
import type { TopUpContext } from "./context";
import { leaseMs } from "./lease";
import { claim, findPending } from "./repository";
import { resumeTopUp, sendTopUp } from "./send-top-up";

/** Takes up what is there. @returns whether the way is clear for another */
async function takeUp(ctx: TopUpContext, userId: string): Promise<boolean> {
  const pending = await findPending(ctx.db, userId);
  if (!pending) return true;
  const now = ctx.systemClock.now();
  const until = new Date(now.getTime() + leaseMs);
  if (!(await claim(ctx.db, { id: pending.id, now, until }))) return false;
  return (await resumeTopUp(ctx, pending)) === "dropped";
}

/**
 * Handles the job "top-up-credits": buys what a member agreed to when their balance is low, once for one dip however
 * many jobs run at the same time, and takes up a purchase that another process left. A job that comes late, when the
 * balance is fine, does nothing. What the bank refuses switches auto top-up off and is told, not thrown.
 *
 * @throws PaymentGatewayError, to be tried again
 */
export async function topUpCredits(ctx: TopUpContext, { userId }: { userId: string }): Promise<void> {
  if (!(await takeUp(ctx, userId))) return;
  const topUp = await beginTopUp(ctx, userId);
  if (topUp) await sendTopUp(ctx, topUp);
}
