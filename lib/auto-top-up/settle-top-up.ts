import { preparePayment } from "@/lib/checkout";
import type { Db } from "@/lib/db";
import type { SettlingContext } from "./context";
import { toConfirm, toRefused } from "./messages";
import { stopOf } from "./policy";
import { endTopUp, findTriedPayment, keepPayment, markPaid, type PendingTopUp } from "./repository";
import { stopTopUp } from "./stop-top-up";

interface Failure {
  topUp: PendingTopUp;
  stripePaymentIntentId: string;
  code: string | null;
  declineCode: string | null;
  reason: string | null;
}

/** Ends a purchase that brought nothing, switches auto top-up off and tells why. Needs the billing lock. Idempotent. */
async function failTopUp(
  ctx: SettlingContext,
  tx: Db,
  { topUp, stripePaymentIntentId, reason, ...failure }: Failure,
): Promise<void> {
  const now = ctx.clock.now();
  const { id, userId } = topUp;
  const because = stopOf(failure);
  const ended = await endTopUp(tx, {
    ...{ id, now, status: because === "declined" ? "failed" : because, stripePaymentIntentId },
    ...{ failureCode: failure.code, declineCode: failure.declineCode },
  });
  if (!ended) return;
  const message =
    because === "declined" ? toRefused(ctx.appUrl, { topUp, reason, now }) : toConfirm(ctx.appUrl, { topUp });
  await stopTopUp(ctx, tx, { userId, because, key: `top-up-failed:${id}`, message });
}

/**
 * Gives a top-up the state that its payment now has in our rows; nothing happens when the payment is none's. Called by
 * whoever has written the payment, in the same transaction and under the billing lock: its job, webhooks, sweeps and
 * repairs, in any order. Money that arrives after all makes a top-up paid that had been taken for failed. Idempotent.
 */
export async function settleTopUp(
  ctx: SettlingContext,
  tx: Db,
  stripePaymentIntentId: string,
): Promise<void> {
  const payment = await findTriedPayment(tx, stripePaymentIntentId);
  const topUp = payment?.checkout?.topUp;
  if (!topUp || topUp.status === "succeeded") return;
  const { status, problem, failureCode: code, declineCode, failureMessage: reason } = payment;
  const { id } = topUp;
  if (status === "succeeded") {
    if (!(await markPaid(tx, { id, stripePaymentIntentId, problem, now: ctx.clock.now() })))
      ctx.log.error({ topUpId: id, stripePaymentIntentId }, "paid, beside another for the same dip");
    return;
  }
  if (topUp.status !== "pending") return;
  if (status === "processing") return keepPayment(tx, id, stripePaymentIntentId);
  await failTopUp(ctx, tx, { topUp, stripePaymentIntentId, code, declineCode, reason });
}

/**
 * Makes our side equal to what Stripe says of the payment of a top-up: payment, credits, receipt and the top-up's end in
 * one transaction.
 *
 * @throws PaymentGatewayError; nothing was written then
 */
export async function convergeTopUp(
  ctx: SettlingContext,
  topUp: PendingTopUp,
  stripePaymentIntentId: string,
): Promise<void> {
  const write = await preparePayment(ctx, stripePaymentIntentId);
  if (!write) throw new Error(`${stripePaymentIntentId} does not lead to the checkout of a top-up.`);
  await ctx.db.transaction(async (tx) => {
    await write(tx);
    await settleTopUp(ctx, tx, stripePaymentIntentId);
    if (await findTriedPayment(tx, stripePaymentIntentId)) return;
    // Nothing was tried: Stripe waits for somebody who is not there.
    const code = "authentication_required";
    await failTopUp(ctx, tx, { topUp, stripePaymentIntentId, code, declineCode: null, reason: null });
  });
}
