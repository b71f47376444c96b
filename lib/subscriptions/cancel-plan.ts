import type { AppContext } from "@/lib/context";
import type { CancelReason } from "@/lib/ports/subscription-gateway";
import { NoPlan } from "./errors";
import { subjectOf } from "./policy";
import { findLiveSubscription } from "./repository";
import { syncMember } from "./sync-member";
import type { SyncContext } from "./sync-subscriptions";

type Context = SyncContext & Pick<AppContext, "actor">;

interface Ending {
  reason: CancelReason | null;
  comment?: string | undefined;
  /** Whose plan, where an admin acts for a member. */
  userId?: string;
}

/**
 * Lets the plan end with what is paid; until then nothing changes, and `resumePlan` takes it back. A planned change of
 * plan is dropped. Safe to repeat.
 * @throws MemberRequired, PlanForbidden, NoPlan, PaymentGatewayError
 */
export async function cancelPlan(ctx: Context, { reason, comment, ...whose }: Ending): Promise<void> {
  const userId = subjectOf(ctx.actor, whose.userId);
  const subscription = await findLiveSubscription(ctx.db, userId);
  if (!subscription) throw new NoPlan();
  // Stripe takes no planned end from a subscription that a schedule rules.
  if (subscription.stripeScheduleId) await ctx.payments.releaseSchedule(subscription.stripeScheduleId);
  await ctx.payments.endAtPeriodEnd(subscription.stripeSubscriptionId, { reason, comment: comment ?? null });
  await syncMember(ctx, userId);
}

/**
 * Takes a planned end back: the plan renews. Safe to repeat.
 * @throws MemberRequired, PlanForbidden, NoPlan once it has ended, PaymentGatewayError
 */
export async function resumePlan(ctx: Context, whose: { userId?: string } = {}): Promise<void> {
  const userId = subjectOf(ctx.actor, whose.userId);
  const subscription = await findLiveSubscription(ctx.db, userId);
  if (!subscription) throw new NoPlan();
  await ctx.payments.continueAfterPeriodEnd(subscription.stripeSubscriptionId);
  await syncMember(ctx, userId);
}
