import { forgetCustomer } from "@/lib/customers";
import type { CheckoutSession } from "@/lib/ports/payment-gateway";
import {
  PaymentGatewayUnavailable,
  PaymentKeyReused,
  PaymentObjectMissing,
  PaymentRequestRefused,
} from "@/lib/ports/payment-gateway-errors";
import type { CheckoutContext, CheckoutStep } from "./checkout-step";
import { CheckoutNotOpened } from "./errors";
import { keepSession, setStatus } from "./repository";

/** Stripe repeats a stored answer to a key for a day, errors included: such a key leads nowhere. */
function isStuck(error: unknown, isNew: boolean): boolean {
  if (error instanceof PaymentKeyReused) return true;
  return error instanceof PaymentGatewayUnavailable && !isNew && error.meta.statusCode !== undefined;
}

function isCustomerMissing(error: unknown): boolean {
  return error instanceof PaymentObjectMissing && error.meta.param === "customer";
}

/** @returns true when a new checkout may succeed where this one cannot */
async function giveUp(ctx: CheckoutContext, step: CheckoutStep, error: unknown): Promise<boolean> {
  const { checkout, isNew, stripeCustomerId } = step;
  const again = isStuck(error, isNew) || isCustomerMissing(error);
  if (!again && !(error instanceof PaymentRequestRefused)) return false;
  ctx.log.warn({ err: error, checkoutId: checkout.id }, "a checkout session could not be opened");
  const { userId, id } = checkout;
  const now = ctx.clock.now();
  if (isCustomerMissing(error)) await forgetCustomer(ctx.db, { userId, stripeCustomerId, now });
  await setStatus(ctx.db, { id, status: "failed", now });
  return again;
}

const returnPaths = {
  pack: { success: "/credits/buy/success", cancel: "/credits/buy" },
  plan: { success: "/billing/plans/success", cancel: "/billing/plans" },
} as const;

function requestSession(
  ctx: CheckoutContext,
  { checkout, offer, stripeCustomerId }: CheckoutStep,
): Promise<CheckoutSession> {
  const { success, cancel } = returnPaths[checkout.kind];
  return ctx.payments.createCheckout({
    kind: checkout.kind,
    trialDays: offer.trialDays,
    checkoutId: checkout.id,
    userId: checkout.userId,
    stripeCustomerId,
    stripePriceId: checkout.stripePriceId,
    creditsMilli: checkout.creditsMilli,
    successUrl: `${ctx.appUrl}${success}?session_id={CHECKOUT_SESSION_ID}`,
    cancelUrl: `${ctx.appUrl}${cancel}?canceled=1`,
  });
}

/**
 * Opens the session of a checkout. A try whose answer was lost is repeated under the same key and finds the same
 * session.
 * @returns where to pay, or null when this checkout is over and a new one is needed
 */
export async function createSession(ctx: CheckoutContext, step: CheckoutStep): Promise<string | null> {
  const { checkout } = step;
  let session: CheckoutSession;
  try {
    session = await requestSession(ctx, step);
  } catch (error) {
    if (await giveUp(ctx, step, error)) return null;
    throw error;
  }
  await keepSession(ctx.db, checkout.id, session.sessionId);
  const dueNow = step.offer.trialDays > 0 ? 0n : checkout.amountMinor;
  const asAgreed = session.amountTotalMinor === dueNow && session.currency === checkout.currency;
  if (asAgreed && session.url) return session.url;
  // Our copy of the price is wrong: nobody shall pay another amount than they were shown.
  await ctx.payments.expireCheckout(session.sessionId);
  await setStatus(ctx.db, { id: checkout.id, status: "failed", now: ctx.clock.now() });
  throw new CheckoutNotOpened({ checkoutId: checkout.id, sessionId: session.sessionId });
}
