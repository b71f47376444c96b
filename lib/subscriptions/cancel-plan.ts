import type { AppContext } from "@/lib/context";
import type { CancelReason } from "@/lib/ports/subscription-gateway";
import { NoPlan } from "./errors";
import { assertStill } from "./plan-token";
import { subjectOf } from "./policy";
import { recordPlanIntent, type ForMember } from "./record-plan-act";
import { findLiveSubscription } from "./repository";
import { syncMember } from "./sync-member";
import type { SyncContext } from "./sync-subscriptions";

type Context = SyncContext & Pick<AppContext, "actor" | "systemClock">;

interface Ending {
  reason: CancelReason | null;
  comment?: string | undefined;
}

/**
 * Lets the plan end with what is paid; until then nothing changes, and `resumePlan` takes it back. A planned change of
 * plan is dropped. Safe to repeat. What an admin does is written down before Stripe is asked.
 * @throws MemberRequired, PlanForbidden, NoPlan, StalePreview, PaymentGatewayError
 */
export async function cancelPlan(
  ctx: Context,
  { reason, comment, ...whose }: Ending & ForMember,
): Promise<void> {
  const userId = subjectOf(ctx.actor, whose.userId);
  const subscription = await findLiveSubscription(ctx.db, userId);
  if (!subscription) throw new NoPlan();
  assertStill(subscription, whose.token);
  if (whose.userId !== undefined) {
    const { because } = whose;
    const { cancelsAt, periodEndsAt, next } = subscription;
    const before = { cancelsAt, nextPlan: next?.planName ?? null };
    const after = { cancelsAt: periodEndsAt, nextPlan: null };
    await recordPlanIntent(ctx, { action: "plan_canceled", subscription, because, before, after });
  }
  // Stripe takes no planned end from a subscription that a schedule rules.
  if (subscription.stripeScheduleId) await ctx.payments.releaseSchedule(subscription.stripeScheduleId);
  await ctx.payments.endAtPeriodEnd(subscription.stripeSubscriptionId, { reason, comment: comment ?? null });
  await syncMember(ctx, userId);
}

/**
 * Takes a planned end back: the plan renews. Safe to repeat.
 * @throws MemberRequired, PlanForbidden, NoPlan once it has ended, StalePreview, PaymentGatewayError
 */
export async function resumePlan(ctx: Context, whose: ForMember = {}): Promise<void> {
  const userId = subjectOf(ctx.actor, whose.userId);
  const subscription = await findLiveSubscription(ctx.db, userId);
  if (!subscription) throw new NoPlan();
  assertStill(subscription, whose.token);
  if (whose.userId !== undefined) {
    const before = { cancelsAt: subscription.cancelsAt };
    const told = { because: whose.because, before, after: { cancelsAt: null } };
    await recordPlanIntent(ctx, { action: "plan_resumed", subscription, ...told });
  }
  await ctx.payments.continueAfterPeriodEnd(subscription.stripeSubscriptionId);
  await syncMember(ctx, userId);
}
