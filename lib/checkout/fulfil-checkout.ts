import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { drawFetchNumber, lockBilling, savePayment } from "@/lib/payments";
import type { CheckoutSession, GatewayPayment } from "@/lib/ports/payment-gateway";
import { prepareInvoice, prepareSubscriptions } from "@/lib/subscriptions";
import { creditFreePurchase } from "./credit-free-purchase";
import { creditPurchase } from "./credit-purchase";
import { findProblem, statusOf } from "./policy";
import { findCheckout, keepSession, setStatus } from "./repository";
import type { Checkout, Fulfilment } from "./types";

export type FulfilmentContext = Pick<AppContext, "db" | "payments" | "clock" | "log" | "appUrl">;

/** The writing half of a convergence: everything was fetched, all that is left is one transaction. */
export type Convergence<T> = (tx: Db) => Promise<T>;

/**
 * A plan's money and credits are its subscription's and its invoice's: both are read, and the checkout only takes its
 * state.
 */
async function preparePlan(
  ctx: FulfilmentContext,
  checkout: Checkout,
  session: CheckoutSession,
): Promise<Convergence<Fulfilment>> {
  const { stripeSubscriptionId, stripeCustomerId, stripeInvoiceId } = session;
  const began = stripeSubscriptionId && stripeCustomerId;
  const subscriptions = began && (await prepareSubscriptions(ctx, stripeCustomerId));
  const invoice = stripeInvoiceId && (await prepareInvoice(ctx, stripeInvoiceId));
  return async (tx) => {
    await lockBilling(tx, checkout.userId);
    await keepSession(tx, checkout.id, session.sessionId);
    if (subscriptions) await subscriptions(tx);
    if (invoice) await invoice(tx);
    const status = statusOf(session, null);
    await setStatus(tx, { id: checkout.id, status, now: ctx.clock.now() });
    return status === "failed" ? { outcome: status, problem: null } : { outcome: status };
  };
}

interface Reading {
  checkout: Checkout;
  session: CheckoutSession;
  payment: GatewayPayment | null;
  fetchNumber: bigint;
}

async function apply(ctx: FulfilmentContext, tx: Db, reading: Reading): Promise<Fulfilment> {
  const { checkout, session, payment, fetchNumber } = reading;
  const now = ctx.clock.now();
  await lockBilling(tx, checkout.userId);
  await keepSession(tx, checkout.id, session.sessionId);
  const status = statusOf(session, payment);
  const problem = status === "completed" ? findProblem(checkout, session, payment) : null;
  const subject = {
    userId: checkout.userId,
    checkoutId: checkout.id,
    kind: "purchase" as const,
    description: checkout.itemName,
    creditsMilli: checkout.creditsMilli,
  };
  const saved = payment && (await savePayment(tx, { payment, subject, fetchNumber, problem, now }));
  if (problem) {
    ctx.log.error(
      { problem, checkoutId: checkout.id, sessionId: session.sessionId },
      "paid, but not as agreed",
    );
    await setStatus(tx, { id: checkout.id, status: "failed", now });
    return { outcome: "failed", problem };
  }
  if (status === "completed" && payment && saved && !saved.credited) {
    await creditPurchase(ctx, tx, { checkout, payment, paymentId: saved.paymentId });
  }
  if (status === "completed" && !payment) await creditFreePurchase(ctx, tx, checkout);
  await setStatus(tx, { id: checkout.id, status, now });
  return status === "failed" ? { outcome: status, problem } : { outcome: status };
}

/** Reads a session and its payment from Stripe and says what to write about them. */
export async function prepareFulfilment(
  ctx: FulfilmentContext,
  sessionId: string,
): Promise<Convergence<Fulfilment>> {
  const fetchNumber = await drawFetchNumber(ctx.db);
  const session = await ctx.payments.getCheckout(sessionId);
  const checkout = session.checkoutId && (await findCheckout(ctx.db, session.checkoutId));
  if (!checkout) return () => Promise.resolve({ outcome: "foreign" });
  if (checkout.kind === "plan") return preparePlan(ctx, checkout, session);
  const payment = session.paymentIntentId ? await ctx.payments.getPayment(session.paymentIntentId) : null;
  return (tx) => apply(ctx, tx, { checkout, session, payment, fetchNumber });
}

/**
 * Makes our side equal to what Stripe says of a session now: payment, credits, receipt and status in one
 * transaction. Webhook, success page and sweeper all call it, in any order and at the same time: one payment is
 * one grant. Credits come only for money that arrived exactly as agreed.
 *
 * @throws PaymentGatewayError; nothing was written then
 */
export async function fulfilCheckout(ctx: FulfilmentContext, sessionId: string): Promise<Fulfilment> {
  const converge = await prepareFulfilment(ctx, sessionId);
  return ctx.db.transaction(converge);
}
