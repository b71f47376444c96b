import type { PackForSale } from "@/lib/catalog/types";
import type { Actor } from "@/lib/ports/actor";
import type { CheckoutSession, GatewayPayment } from "@/lib/ports/payment-gateway";
import { BuyerRequired } from "./errors";
import type { Checkout, CheckoutStatus, PurchaseProblem } from "./types";

/** @throws BuyerRequired */
export function buyerOf(actor: Actor): string {
  if (actor.kind !== "user") throw new BuyerRequired();
  return actor.userId;
}

/** The open checkout offers something that is no longer sold like that. */
export function isOutdated(checkout: Checkout, pack: PackForSale): boolean {
  return checkout.stripePriceId !== pack.stripePriceId || checkout.creditsMilli !== pack.creditsMilli;
}

/** The state that Stripe's session gives our checkout. `completed` still has to pass `findProblem`. */
export function statusOf(session: CheckoutSession, payment: GatewayPayment | null): CheckoutStatus {
  if (session.status === "expired") return "expired";
  if (session.status === "open") return "open";
  if (session.paymentStatus !== "unpaid") return "completed";
  return payment?.status === "failed" || payment?.status === "canceled" ? "failed" : "processing";
}

/** Compares what was paid with what was agreed. Credits are granted only when this finds nothing. */
export function findProblem(
  checkout: Checkout,
  session: CheckoutSession,
  payment: GatewayPayment | null,
): PurchaseProblem | null {
  if (payment?.status !== "succeeded") return "payment_missing";
  if (session.currency !== checkout.currency || payment.currency !== checkout.currency)
    return "currency_differs";
  if (
    session.amountTotalMinor !== checkout.amountMinor ||
    payment.amountReceivedMinor !== checkout.amountMinor
  ) {
    return "amount_differs";
  }
  const [item, ...others] = session.items;
  if (others.length > 0 || item?.stripePriceId !== checkout.stripePriceId || item.quantity !== 1) {
    return "items_differ";
  }
  return session.creditsMilli === checkout.creditsMilli ? null : "credits_differ";
}
