import type { AppContext } from "@/lib/context";
import { NoPlan, PlanChangeRefused } from "./errors";
import { subjectOf } from "./policy";
import { findLiveSubscription } from "./repository";
import { syncMember } from "./sync-member";
import type { SyncContext } from "./sync-subscriptions";

/**
 * Takes back a change that waits for the end of the period: the plan stays as it is. Safe to repeat.
 * @throws MemberRequired, PlanForbidden, NoPlan, PlanChangeRefused, PaymentGatewayError
 */
export async function undoPlanChange(
  ctx: SyncContext & Pick<AppContext, "actor">,
  whose: { userId?: string } = {},
): Promise<void> {
  const userId = subjectOf(ctx.actor, whose.userId);
  const subscription = await findLiveSubscription(ctx.db, userId);
  if (!subscription) throw new NoPlan();
  if (!subscription.stripeScheduleId) throw new PlanChangeRefused("not_planned");
  await ctx.payments.releaseSchedule(subscription.stripeScheduleId);
  await syncMember(ctx, userId);
}
