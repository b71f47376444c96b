import type { AppContext } from "@/lib/context";
import { NoPlan, PlanChangeRefused } from "./errors";
import { subjectOf } from "./policy";
import { findLiveSubscription } from "./repository";
import { syncMember } from "./sync-member";
import type { SyncContext } from "./sync-subscriptions";

/**
 * An admin lets a member's trial end later; the first paid period begins with that end. A trial brings its credits once,
 * whatever its length: a longer one brings no more, and they count as long as they did. Safe to repeat.
 * @throws PlanForbidden, NoPlan, PlanChangeRefused, PaymentGatewayError
 */
export async function extendTrial(
  ctx: SyncContext & Pick<AppContext, "actor">,
  { userId, endsAt }: { userId: string; endsAt: Date },
): Promise<void> {
  const subscription = await findLiveSubscription(ctx.db, subjectOf(ctx.actor, userId));
  if (!subscription) throw new NoPlan();
  const { status, trialEndsAt, stripeScheduleId, stripeSubscriptionId } = subscription;
  if (status !== "trialing" || !trialEndsAt) throw new PlanChangeRefused("not_on_trial");
  // Its phases begin with the trial's end as it was planned.
  if (stripeScheduleId) throw new PlanChangeRefused("change_planned");
  if (endsAt < trialEndsAt || endsAt <= ctx.clock.now()) throw new PlanChangeRefused("trial_not_later");
  await ctx.payments.extendTrial(stripeSubscriptionId, endsAt);
  await syncMember(ctx, userId);
}
