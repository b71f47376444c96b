import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { drawFetchNumber } from "@/lib/payments";
import { isLive } from "./policy";
import { endSubscriptions, listSubscriptionsOf } from "./repository";

/**
 * Says what to write when Stripe no longer has a customer: what we still take for their plan has ended. The member may
 * have begun again as another customer, whose plan goes on. Safe to repeat.
 * @throws PaymentGatewayError
 */
export async function prepareEndWithCustomer(
  { db, payments, clock }: Pick<AppContext, "db" | "payments" | "clock">,
  { userId, stripeCustomerId }: { userId: string; stripeCustomerId: string },
): Promise<(tx: Db) => Promise<void>> {
  const syncSeq = await drawFetchNumber(db);
  const live = (await listSubscriptionsOf(db, userId)).filter(({ status }) => isLive(status));
  const ended: string[] = [];
  for (const { stripeSubscriptionId } of live) {
    const there = await payments.lookUpSubscription(stripeSubscriptionId);
    if (!there || there.stripeCustomerId === stripeCustomerId) ended.push(stripeSubscriptionId);
  }
  return (tx) => endSubscriptions(tx, ended, { endedAt: clock.now(), syncSeq });
}
