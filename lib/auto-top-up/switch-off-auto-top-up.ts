import type { AppContext } from "@/lib/context";
import { watchBalance } from "@/lib/credits";
import { lockBilling } from "@/lib/payments";
import { memberOf } from "./policy";
import { switchOff } from "./repository";

/**
 * Switches the signed-in member's auto top-up off; what they had chosen is kept. A purchase that Stripe was asked for
 * already goes on to its end. Idempotent.
 *
 * @throws MemberRequired
 */
export async function switchOffAutoTopUp(ctx: Pick<AppContext, "db" | "clock" | "actor">): Promise<void> {
  const userId = memberOf(ctx.actor);
  await ctx.db.transaction(async (tx) => {
    await lockBilling(tx, userId);
    await switchOff(tx, { userId, because: null, now: ctx.clock.now() });
    await watchBalance({ db: tx, clock: ctx.clock }, { userId, topUpMilli: null });
  });
}
