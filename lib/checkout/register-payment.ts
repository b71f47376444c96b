import type { AppContext } from "@/lib/context";
import { getPackForSale } from "@/lib/catalog";
import type { Db } from "@/lib/db";
import { drawFetchNumber, lockBilling, savePayment } from "@/lib/payments";
import type { GatewayPayment } from "@/lib/ports/payment-gateway";
import { creditPurchase } from "./credit-purchase";
import { PaymentNotRegistrable } from "./errors";
import { toPackOffer } from "./policy";
import { findCheckoutOfSession, findOwnerOfPayment, lockPayment, makeCheckout } from "./repository";

type Context = Pick<AppContext, "db" | "payments" | "clock" | "appUrl">;

interface Registration {
  paymentIntentId: string;
  userId: string;
  /** The pack that it paid for, as somebody decided. */
  lookupKey: string;
}

export interface PreparedRegistration {
  payment: GatewayPayment;
  /** Needs the caller's transaction. False when it was this person's already. */
  write: (tx: Db) => Promise<boolean>;
}

/**
 * Takes a payment that no checkout of ours led to for the purchase of a pack: reads it from Stripe, and says how it is
 * written, with its credits, receipt and mail, exactly once whoever asks and however often. What was paid is taken as it
 * is: that it is the price of the pack is for the caller to have looked at.
 *
 * @throws PaymentNotRegistrable for money that did not arrive, NotForSale, PaymentGatewayError; the writing throws
 * PaymentNotRegistrable when it is somebody else's already
 */
export async function prepareRegistration(
  ctx: Context,
  { paymentIntentId, userId, lookupKey }: Registration,
): Promise<PreparedRegistration> {
  const fetchNumber = await drawFetchNumber(ctx.db);
  const payment = await ctx.payments.getPayment(paymentIntentId);
  if (payment.status !== "succeeded") throw new PaymentNotRegistrable("not_paid");
  const offer = toPackOffer(await getPackForSale(ctx.db, lookupKey));
  const session = await ctx.payments.findCheckoutOfPayment(paymentIntentId);
  return {
    payment,
    async write(tx) {
      await lockPayment(tx, paymentIntentId);
      const owner = await findOwnerOfPayment(tx, paymentIntentId);
      if (owner === userId) return false;
      if (owner) throw new PaymentNotRegistrable("of_another");
      await lockBilling(tx, userId);
      const now = ctx.clock.now();
      const known = await findCheckoutOfSession(tx, session?.sessionId ?? null);
      if (known) throw new PaymentNotRegistrable("has_checkout");
      const sessionId = session?.sessionId ?? null;
      const checkout = await makeCheckout(tx, { userId, offer, status: "completed", sessionId, now });
      const { id: checkoutId, itemName: description, creditsMilli } = checkout;
      const subject = { userId, checkoutId, kind: "purchase" as const, description, creditsMilli };
      const saved = await savePayment(tx, { payment, subject, fetchNumber, problem: null, now });
      if (saved) await creditPurchase(ctx, tx, { checkout, payment, paymentId: saved.paymentId });
      return true;
    },
  };
}
