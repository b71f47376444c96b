import { findSubscription } from "./repository";
import { syncMember } from "./sync-member";
import type { SyncContext } from "./sync-subscriptions";

/** Ends a subscription at Stripe at once, and reads what became of it. Safe to repeat. @throws PaymentGatewayError */
export async function endSubscription(
  ctx: SyncContext,
  { stripeSubscriptionId }: { stripeSubscriptionId: string },
): Promise<void> {
  await ctx.payments.endNow(stripeSubscriptionId);
  const subscription = await findSubscription(ctx.db, stripeSubscriptionId);
  if (subscription) await syncMember(ctx, subscription.userId);
}
