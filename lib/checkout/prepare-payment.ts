import { drawFetchNumber, lockBilling, saveAttempts, savePayment } from "@/lib/payments";
import type { GatewayPayment, UnchargedAttempt } from "@/lib/ports/payment-gateway";
import { prepareFulfilment, type Convergence, type FulfilmentContext } from "./fulfil-checkout";
import { findCheckout } from "./repository";
import type { Checkout } from "./types";

interface UnpaidReading {
  checkout: Checkout;
  payment: GatewayPayment;
  /** Failures of which only events told. */
  uncharged: readonly UnchargedAttempt[];
  fetchNumber: bigint;
}

function keepFailures(ctx: FulfilmentContext, reading: UnpaidReading): Convergence<void> {
  const { checkout, payment, uncharged, fetchNumber } = reading;
  const { userId, id: checkoutId, itemName: description, creditsMilli } = checkout;
  const subject = { userId, checkoutId, kind: "purchase" as const, description, creditsMilli };
  return async (tx) => {
    await lockBilling(tx, userId);
    const now = ctx.clock.now();
    const saved = await savePayment(tx, { payment, subject, fetchNumber, problem: null, now });
    if (saved) await saveAttempts(tx, saved.paymentId, uncharged);
  };
}

/**
 * Reads a payment from Stripe and says what to write: a paid one is fulfilled through its session, any other is
 * recorded with its failed attempts.
 * @returns null when no checkout of ours led to this payment
 */
export async function preparePayment(
  ctx: FulfilmentContext,
  paymentIntentId: string,
  uncharged: readonly UnchargedAttempt[] = [],
): Promise<Convergence<void> | null> {
  const fetchNumber = await drawFetchNumber(ctx.db);
  const payment = await ctx.payments.getPayment(paymentIntentId);
  const checkout = payment.checkoutId && (await findCheckout(ctx.db, payment.checkoutId));
  if (!checkout) return null;
  const unpaid = keepFailures(ctx, { checkout, payment, uncharged, fetchNumber });
  if (payment.status !== "succeeded") return unpaid;
  const session = await ctx.payments.findCheckoutOfPayment(paymentIntentId);
  const fulfil = session && (await prepareFulfilment(ctx, session.sessionId));
  return async (tx) => {
    await unpaid(tx);
    await fulfil?.(tx);
  };
}
