import type { AppContext } from "@/lib/context";
import { NoPlan, PlanChangeRefused } from "./errors";
import { assertStill } from "./plan-token";
import { subjectOf } from "./policy";
import { recordPlanIntent, type ForMember } from "./record-plan-act";
import { findLiveSubscription } from "./repository";
import { syncMember } from "./sync-member";
import type { SyncContext } from "./sync-subscriptions";

type Context = SyncContext & Pick<AppContext, "actor" | "systemClock">;

/** A member's plan, which is not their own. */
type OfMember = ForMember & { userId: string };

/**
 * An admin lets a member's periods pass without being billed, and without credits, until an instant or until billing is
 * resumed. What was paid before stays. Safe to repeat; written down before Stripe is asked.
 * @throws PlanForbidden, NoPlan, PlanChangeRefused, StalePreview, PaymentGatewayError
 */
export async function pausePlan(
  ctx: Context,
  { userId, resumesAt, because, token }: OfMember & { resumesAt: Date | null },
): Promise<void> {
  const whose = subjectOf(ctx.actor, userId);
  const subscription = await findLiveSubscription(ctx.db, whose);
  if (!subscription) throw new NoPlan();
  assertStill(subscription, token);
  if (resumesAt && resumesAt <= ctx.clock.now()) throw new PlanChangeRefused("resumes_in_the_past");
  const before = { paused: subscription.paused, resumesAt: subscription.resumesAt };
  const told = { because, before, after: { paused: true, resumesAt } };
  await recordPlanIntent(ctx, { action: "plan_paused", subscription, ...told });
  await ctx.payments.pauseBilling(subscription.stripeSubscriptionId, resumesAt);
  await syncMember(ctx, whose);
}

/**
 * An admin lets a member's plan be billed again, from the next period on. Safe to repeat.
 * @throws PlanForbidden, NoPlan, StalePreview, PaymentGatewayError
 */
export async function unpausePlan(ctx: Context, { userId, because, token }: OfMember): Promise<void> {
  const whose = subjectOf(ctx.actor, userId);
  const subscription = await findLiveSubscription(ctx.db, whose);
  if (!subscription) throw new NoPlan();
  assertStill(subscription, token);
  const before = { paused: subscription.paused, resumesAt: subscription.resumesAt };
  const told = { because, before, after: { paused: false, resumesAt: null } };
  await recordPlanIntent(ctx, { action: "plan_unpaused", subscription, ...told });
  await ctx.payments.resumeBilling(subscription.stripeSubscriptionId);
  await syncMember(ctx, whose);
}
