import { createHash } from "node:crypto";
import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { restartJob } from "@/lib/jobs";
import { lockBilling } from "@/lib/payments";
import { PaymentGatewayError } from "@/lib/ports/payment-gateway-errors";
import { ApprovalRequired, findRefund, isMoreThanAlone, openRefund } from "@/lib/refunds";
import { endSubscription } from "./end-subscription";
import { StalePreview } from "./errors";
import { catchUp, computePlanEnd, readPlanEnd } from "./plan-end";
import { memberOf, subjectOf } from "./policy";
import { instantOf } from "./preview-token";
import { recordPlanAct, type Because } from "./record-plan-act";
import type { SyncContext } from "./sync-subscriptions";
import type { EndRefund, PlanEndOutcome } from "./types";

type Context = SyncContext & Pick<AppContext, "actor" | "systemClock">;

interface Confirmed {
  userId: string;
  refund: EndRefund;
  token: string;
  because?: Because | undefined;
}

/** The same preview confirmed twice names the same refunds. */
function refundIdOf(token: string, index: number): string {
  const hex = createHash("sha256").update(`${token}:${index}`).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

/** What the same confirmation has written before; 0 if it has not. */
async function findRepeated(tx: Db, token: string): Promise<bigint> {
  let refundMinor = 0n;
  for (let index = 0; ; index += 1) {
    const refund = await findRefund(tx, refundIdOf(token, index));
    if (!refund) return refundMinor;
    refundMinor += refund.amountMinor;
  }
}

/** Writes down what was confirmed: the refunds, and the job that ends the subscription. */
async function claim(ctx: Context, tx: Db, { userId, refund, token, because }: Confirmed) {
  const now = ctx.clock.now();
  await lockBilling(tx, userId);
  const setup = await readPlanEnd(tx, userId, { refund, at: instantOf(token, now) });
  const { subscription } = setup;
  const { stripeSubscriptionId, planName, currency, status } = subscription;
  const repeatedMinor = await findRepeated(tx, token);
  if (repeatedMinor > 0n) return { stripeSubscriptionId, refundMinor: repeatedMinor };
  const { parts, refundMinor, token: present } = computePlanEnd(setup);
  if (present !== token) throw new StalePreview();
  if (isMoreThanAlone({ amountMinor: refundMinor, currency })) throw new ApprovalRequired();
  const requestedById = memberOf(ctx.actor);
  const terms = { reason: "requested_by_customer", credits: "claw_back", requestedById } as const;
  for (const [index, part] of parts.entries()) {
    const named = { refundId: refundIdOf(token, index), note: `${planName} ended before its time` };
    await openRefund(tx, { ...part, ...terms, ...named }, now);
  }
  await restartJob(tx, {
    name: "end-subscription",
    payload: { stripeSubscriptionId },
    key: `end:${stripeSubscriptionId}`,
  });
  const facts = { before: { plan: planName, status }, after: { status: "canceled", refund, refundMinor } };
  await recordPlanAct(ctx, tx, { action: "plan_ended", subscription, because, ...facts });
  return { stripeSubscriptionId, refundMinor };
}

/**
 * An admin ends a member's plan at once. Done is what was previewed, and only that. What goes back and the end itself are
 * written in one transaction before Stripe is asked; jobs do both, whatever dies, and once: the same confirmation twice
 * is one, of two different ones the second is stale. Where nothing is refunded, the credits live as long as they did.
 * @throws PlanForbidden, NoPlan, StalePreview, ApprovalRequired where so much needs a second admin,
 * PaymentGatewayError before anything was written
 */
export async function endPlanNow(
  ctx: Context,
  { userId, refund, token, because }: Confirmed,
): Promise<PlanEndOutcome> {
  const whose = subjectOf(ctx.actor, userId);
  instantOf(token, ctx.clock.now());
  await catchUp(ctx, whose);
  const confirmed = { userId: whose, refund, token, because };
  const { stripeSubscriptionId, refundMinor } = await ctx.db.transaction((tx) => claim(ctx, tx, confirmed));
  try {
    await endSubscription(ctx, { stripeSubscriptionId });
    return { outcome: "ended", refundMinor };
  } catch (error) {
    if (!(error instanceof PaymentGatewayError)) throw error;
    ctx.log.warn({ err: error, stripeSubscriptionId }, "a plan's end is left to its job");
    return { outcome: "ending", refundMinor };
  }
}
