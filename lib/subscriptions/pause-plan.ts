import { NoPlan } from "./errors";
import { findLiveSubscription } from "./repository";
import { syncMember } from "./sync-member";
import type { SyncContext } from "./sync-subscriptions";

/**
 * Lets periods pass without being billed, and without credits, until an instant or until billing is resumed. What was
 * paid before stays. For support; whoever calls it has authorised it.
 * @throws NoPlan, PaymentGatewayError
 */
export async function pausePlan(
  ctx: SyncContext,
  { userId, resumesAt }: { userId: string; resumesAt: Date | null },
): Promise<void> {
  const subscription = await findLiveSubscription(ctx.db, userId);
  if (!subscription) throw new NoPlan();
  await ctx.payments.pauseBilling(subscription.stripeSubscriptionId, resumesAt);
  await syncMember(ctx, userId);
}

/** @throws NoPlan, PaymentGatewayError */
export async function unpausePlan(ctx: SyncContext, { userId }: { userId: string }): Promise<void> {
  const subscription = await findLiveSubscription(ctx.db, userId);
  if (!subscription) throw new NoPlan();
  await ctx.payments.resumeBilling(subscription.stripeSubscriptionId);
  await syncMember(ctx, userId);
}
