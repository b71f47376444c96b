import { PaymentObjectMissing, PaymentRequestRefused } from "@/lib/ports/payment-gateway-errors";
import type { CheckoutContext, CheckoutStep } from "./checkout-step";
import { createSession } from "./create-session";
import { fulfilCheckout } from "./fulfil-checkout";
import { isOutdated } from "./policy";
import { setStatus } from "./repository";

/** Closes the session, should it still be open, so that nobody pays the old price. */
async function withdraw({ payments }: CheckoutContext, sessionId: string): Promise<void> {
  try {
    await payments.expireCheckout(sessionId);
  } catch (error) {
    // Paid or expired a moment ago: what it is now is found out next.
    if (!(error instanceof PaymentRequestRefused)) throw error;
  }
}

/** @returns the address of the open session, or null when the checkout is over and a new one is needed */
async function resumeSession(
  ctx: CheckoutContext,
  step: CheckoutStep,
  sessionId: string,
): Promise<string | null> {
  try {
    if (isOutdated(step.checkout, step.offer)) await withdraw(ctx, sessionId);
    const session = await ctx.payments.getCheckout(sessionId);
    if (session.status === "open") return session.url;
    await fulfilCheckout(ctx, sessionId);
  } catch (error) {
    if (!(error instanceof PaymentObjectMissing)) throw error;
    await setStatus(ctx.db, { id: step.checkout.id, status: "failed", now: ctx.clock.now() });
  }
  return null;
}

/** @returns where to pay, or null when this checkout is over and a new one is needed */
export async function continueCheckout(ctx: CheckoutContext, step: CheckoutStep): Promise<string | null> {
  const { checkout, offer } = step;
  if (checkout.stripeSessionId) return resumeSession(ctx, step, checkout.stripeSessionId);
  if (!isOutdated(checkout, offer)) return createSession(ctx, step);
  // A session may exist, but nobody was ever told its address.
  await setStatus(ctx.db, { id: checkout.id, status: "expired", now: ctx.clock.now() });
  return null;
}
