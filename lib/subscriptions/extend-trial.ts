import type { AppContext } from "@/lib/context";
import { NoPlan, PlanChangeRefused } from "./errors";
import { assertStill } from "./plan-token";
import { subjectOf } from "./policy";
import { recordPlanIntent, type ForMember } from "./record-plan-act";
import { findLiveSubscription } from "./repository";
import { syncMember } from "./sync-member";
import type { SyncContext } from "./sync-subscriptions";

/**
 * An admin lets a member's trial end later; the first paid period begins with that end. A trial brings its credits once,
 * whatever its length: a longer one brings no more, and they count as long as they did. The member is
 * told. Safe to repeat; written down before Stripe is asked.
 * @throws PlanForbidden, NoPlan, PlanChangeRefused, StalePreview, PaymentGatewayError
 */
export async function extendTrial(
  ctx: SyncContext & Pick<AppContext, "actor" | "systemClock">,
  { userId, endsAt, because, token }: ForMember & { userId: string; endsAt: Date },
): Promise<void> {
  const whose = subjectOf(ctx.actor, userId);
  const subscription = await findLiveSubscription(ctx.db, whose);
  if (!subscription) throw new NoPlan();
  assertStill(subscription, token);
  const { status, trialEndsAt, stripeScheduleId, stripeSubscriptionId } = subscription;
  if (status !== "trialing" || !trialEndsAt) throw new PlanChangeRefused("not_on_trial");
  // Its phases begin with the trial's end as it was planned.
  if (stripeScheduleId) throw new PlanChangeRefused("change_planned");
  if (endsAt < trialEndsAt || endsAt <= ctx.clock.now()) throw new PlanChangeRefused("trial_not_later");
  const told = { because, before: { trialEndsAt }, after: { trialEndsAt: endsAt } };
  await recordPlanIntent(ctx, { action: "trial_extended", subscription, ...told });
  await ctx.payments.extendTrial(stripeSubscriptionId, endsAt);
  await syncMember(ctx, whose);
}
