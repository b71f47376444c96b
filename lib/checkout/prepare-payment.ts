import type { Db } from "@/lib/db";
import { drawFetchNumber, lockBilling, saveAttempts, savePayment } from "@/lib/payments";
import type { UnchargedAttempt } from "@/lib/ports/payment-gateway";
import { creditPurchase } from "./credit-purchase";
import { prepareFulfilment, type Convergence, type FulfilmentContext } from "./fulfil-checkout";
import { findPaymentProblem, statusWithoutSession, type PaidCheckout } from "./policy";
import { findCheckout, setStatus } from "./repository";
import type { PurchaseProblem } from "./types";

interface PaymentReading extends PaidCheckout {
  /** Failures of which only events told. */
  uncharged: readonly UnchargedAttempt[];
  fetchNumber: bigint;
}

/** Needs the billing lock. */
async function keep(
  ctx: FulfilmentContext,
  tx: Db,
  {
    checkout,
    payment,
    uncharged,
    fetchNumber,
    problem,
  }: PaymentReading & { problem: PurchaseProblem | null },
) {
  const { userId, id: checkoutId, itemName: description, creditsMilli } = checkout;
  const subject = { userId, checkoutId, kind: "purchase" as const, description, creditsMilli };
  const now = ctx.clock.now();
  const saved = await savePayment(tx, { payment, subject, fetchNumber, problem, now });
  if (saved) await saveAttempts(tx, saved.paymentId, uncharged);
  return saved;
}

/** A purchase that no session led to: the payment alone says what was paid, and for what. */
async function fulfilPayment(ctx: FulfilmentContext, tx: Db, reading: PaymentReading): Promise<void> {
  const { checkout, payment } = reading;
  await lockBilling(tx, checkout.userId);
  const problem = findPaymentProblem(reading);
  const saved = await keep(ctx, tx, { ...reading, problem });
  const now = ctx.clock.now();
  if (problem) {
    const paid = { problem, checkoutId: checkout.id, paymentIntentId: payment.paymentIntentId };
    ctx.log.error(paid, "paid, but not as agreed");
  }
  const status = problem ? "failed" : statusWithoutSession(payment);
  if (status === "completed" && saved && !saved.credited)
    await creditPurchase(ctx, tx, { checkout, payment, paymentId: saved.paymentId });
  await setStatus(tx, { id: checkout.id, status, now });
}

/**
 * Reads a payment from Stripe and says what to write: a paid one is fulfilled, through its session where one led to it;
 * any other is recorded with its failed attempts. Its own reading at any time, in any order: one payment is one grant.
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
  const reading = { checkout, payment, uncharged, fetchNumber };
  if (checkout.topUp) return (tx) => fulfilPayment(ctx, tx, reading);
  const session =
    payment.status === "succeeded" ? await ctx.payments.findCheckoutOfPayment(paymentIntentId) : null;
  const fulfil = session && (await prepareFulfilment(ctx, session.sessionId));
  return async (tx) => {
    await lockBilling(tx, checkout.userId);
    await keep(ctx, tx, { ...reading, problem: null });
    await fulfil?.(tx);
  };
}
