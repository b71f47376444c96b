import type { AppContext } from "@/lib/context";
import { getPaidMinor, hasProblem } from "@/lib/payments";
import { PaymentGatewayError } from "@/lib/ports/payment-gateway-errors";
import { CheckoutNotFound } from "./errors";
import { fulfilCheckout } from "./fulfil-checkout";
import { buyerOf } from "./policy";
import { findOwnCheckout } from "./repository";
import { sessionIdSchema } from "./schema";
import type { Checkout, Purchase } from "./types";

type Context = Pick<AppContext, "db" | "payments" | "clock" | "log" | "actor" | "appUrl">;

async function findOwn(ctx: Context, sessionId: string): Promise<Checkout> {
  const id = sessionIdSchema.safeParse(sessionId);
  const checkout = id.success && (await findOwnCheckout(ctx.db, buyerOf(ctx.actor), id.data));
  if (!checkout) throw new CheckoutNotFound();
  return checkout;
}

/**
 * What became of a purchase, for its buyer alone. Fulfils it if the webhook has not; safe to repeat. While Stripe
 * does not answer, the last known state is returned: the webhook will bring the credits.
 *
 * @throws BuyerRequired, CheckoutNotFound
 */
export async function confirmPurchase(ctx: Context, sessionId: string): Promise<Purchase> {
  let checkout = await findOwn(ctx, sessionId);
  if (checkout.status !== "completed") {
    try {
      await fulfilCheckout(ctx, sessionId);
      checkout = await findOwn(ctx, sessionId);
    } catch (error) {
      if (!(error instanceof PaymentGatewayError)) throw error;
      ctx.log.warn({ err: error, checkoutId: checkout.id }, "a purchase could not be confirmed yet");
    }
  }
  const { kind, status, itemName, creditsMilli, amountMinor, currency } = checkout;
  const underReview = status === "failed" && (await hasProblem(ctx.db, checkout.id));
  const paidMinor =
    kind === "pack" && status === "completed" ? await getPaidMinor(ctx.db, checkout.id) : null;
  return { kind, status, underReview, itemName, creditsMilli, amountMinor, paidMinor, currency };
}
