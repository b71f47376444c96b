import type { AppContext } from "@/lib/context";
import { NoPlan, PlanChangeRefused } from "./errors";
import { assertStill } from "./plan-token";
import { subjectOf } from "./policy";
import { recordPlanIntent, type ForMember } from "./record-plan-act";
import { findLiveSubscription } from "./repository";
import { syncMember } from "./sync-member";
import type { SyncContext } from "./sync-subscriptions";

/**
 * Takes back a change that waits for the end of the period: the plan stays as it is. Safe to repeat.
 * @throws MemberRequired, PlanForbidden, NoPlan, PlanChangeRefused, StalePreview, PaymentGatewayError
 */
export async function undoPlanChange(
  ctx: SyncContext & Pick<AppContext, "actor" | "systemClock">,
  whose: ForMember = {},
): Promise<void> {
  const userId = subjectOf(ctx.actor, whose.userId);
  const subscription = await findLiveSubscription(ctx.db, userId);
  if (!subscription) throw new NoPlan();
  assertStill(subscription, whose.token);
  if (!subscription.stripeScheduleId) throw new PlanChangeRefused("not_planned");
  if (whose.userId !== undefined) {
    const before = { nextPlan: subscription.next?.planName ?? null };
    const told = { because: whose.because, before, after: { nextPlan: null } };
    await recordPlanIntent(ctx, { action: "plan_change_undone", subscription, ...told });
  }
  await ctx.payments.releaseSchedule(subscription.stripeScheduleId);
  await syncMember(ctx, userId);
}
