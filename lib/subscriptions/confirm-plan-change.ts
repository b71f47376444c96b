import type { AppContext } from "@/lib/context";
import { lockBilling } from "@/lib/payments";
import { StalePreview } from "./errors";
import {
  computePlanChange,
  readPlanChange,
  toGatewayChange,
  type PlanChangeSetup,
  type PlanChoice,
} from "./plan-change";
import { claimPlanChange, isOvertaken, settlePlanChange, type PlanChangeRow } from "./plan-change-repository";
import { subjectOfChange } from "./policy";
import { instantOf, skewMs } from "./preview-token";
import { recordPlanAct, recordPlanIntent, type Because, type PlanAct } from "./record-plan-act";
import { syncMember } from "./sync-member";
import type { SyncContext } from "./sync-subscriptions";
import type { PlanChangeOutcome, PlanChangePreview } from "./types";

type Context = SyncContext & Pick<AppContext, "actor" | "systemClock">;

/** Longer than asking Stripe takes, tries that are repeated included. */
const underwayMs = 60_000;

type Confirmed = PlanChoice & {
  token: string;
  /** Whose plan, where an admin acts for a member. */
  userId?: string;
  because?: Because;
};

/** What is about to be done, and since when it is known what that means. */
interface Change {
  setup: PlanChangeSetup;
  preview: PlanChangePreview;
  readAt: Date;
  /** What is written down of it where an admin does it. */
  act: PlanAct | null;
}

function actOf({ setup, preview }: Omit<Change, "act">, because: Because | undefined): PlanAct {
  const { subscription } = setup;
  const { planName: plan, interval, amountMinor, currency } = subscription;
  const { when, at, to, dueNowMinor, creditsNowMilli } = preview;
  return {
    ...{ action: "plan_changed", subscription, because, before: { plan, interval, amountMinor, currency } },
    after: { plan: to.planName, interval: to.interval, when, at, dueNowMinor, creditsNowMilli },
  };
}

/** @throws StalePreview where another change came in between: what was shown would not be what is charged */
function claim(ctx: Context, { setup, preview, readAt, act }: Change): Promise<PlanChangeRow> {
  const { subscription, offer, prorationAt } = setup;
  const change = { subscriptionId: subscription.id, fingerprint: preview.token };
  return ctx.db.transaction(async (tx) => {
    await lockBilling(tx, subscription.userId);
    const underwaySince = new Date(readAt.getTime() - underwayMs);
    if (await isOvertaken(tx, change, { readAt, underwaySince })) throw new StalePreview();
    const row = await claimPlanChange(tx, {
      ...change,
      userId: subscription.userId,
      fromPriceId: subscription.stripePriceId,
      toPriceId: offer.stripePriceId,
      prorationAt,
      dueMinor: preview.dueNowMinor,
      currency: preview.currency,
      creditsMilli: preview.creditsNowMilli,
      createdAt: ctx.clock.now(),
    });
    if (act) await recordPlanAct(ctx, tx, act);
    return row;
  });
}

async function changeNow(ctx: Context, change: Change): Promise<PlanChangeOutcome> {
  const { setup } = change;
  const { id } = await claim(ctx, change);
  const { stripeScheduleId } = setup.subscription;
  const result = await ctx.payments.changePlan({
    ...toGatewayChange(setup),
    idempotencyKey: `plan-change:${id}`,
  });
  const settledAt = ctx.clock.now();
  if (result.outcome === "changed") {
    // A change that was planned for the plan of before would end this one.
    if (stripeScheduleId) await ctx.payments.releaseSchedule(stripeScheduleId);
    await settlePlanChange(ctx.db, { id, status: "done", failureCode: null, settledAt });
  } else {
    const failureCode = result.outcome === "refused" ? (result.declineCode ?? result.code) : result.outcome;
    await settlePlanChange(ctx.db, { id, status: "failed", failureCode, settledAt });
  }
  return result;
}

async function planChange(ctx: Context, { setup, preview, act }: Change): Promise<PlanChangeOutcome> {
  const { subscription, offer } = setup;
  if (act) await recordPlanIntent(ctx, act);
  await ctx.payments.planChangeAtPeriodEnd({
    stripeSubscriptionId: subscription.stripeSubscriptionId,
    stripePriceId: offer.stripePriceId,
  });
  return { outcome: "planned", at: preview.at };
}

/**
 * Does what was previewed, and only that: if it would bill or bring anything else by now, nothing is changed. Two tabs
 * that confirm the same preview are one change, of two that confirm different ones the second is stale; a try whose
 * answer was lost is taken up by the next under the same key. A refusal of the bank is an outcome, and leaves the plan as
 * it was. A change at once drops one that is planned.
 *
 * @throws MemberRequired, PlanForbidden, NoPlan, NotForSale, PlanChangeRefused, StalePreview, PaymentGatewayError
 */
export async function confirmPlanChange(
  ctx: Context,
  { token, userId: whose, because, ...choice }: Confirmed,
): Promise<PlanChangeOutcome> {
  const userId = subjectOfChange(ctx.actor, { userId: whose, ...choice });
  const readAt = ctx.clock.now();
  const at = instantOf(token, readAt);
  const setup = await readPlanChange(ctx, userId, { ...choice, at });
  const preview = computePlanChange(setup);
  if (preview.token !== token) throw new StalePreview();
  const change = { setup, preview, readAt };
  const act = whose === undefined ? null : actOf(change, because);
  const outcome = await (preview.when === "now" ? changeNow : planChange)(ctx, { ...change, act });
  await syncMember(ctx, userId, { since: new Date(at.getTime() - skewMs) });
  return outcome;
}
