import type { PackForSale, Plan, PlanForSale } from "@/lib/catalog/types";
import type { Actor } from "@/lib/ports/actor";
import type { CheckoutSession, GatewayPayment } from "@/lib/ports/payment-gateway";
import { BuyerRequired } from "./errors";
import type { Checkout, CheckoutStatus, Offer, PurchaseProblem } from "./types";

/** @throws BuyerRequired */
export function buyerOf(actor: Actor): string {
  if (actor.kind !== "user") throw new BuyerRequired();
  return actor.userId;
}

export function toPackOffer({ price, name, stripePriceId, creditsMilli }: PackForSale): Offer {
  return { kind: "pack", ...price, name, stripePriceId, creditsMilli, trialDays: 0 };
}

/** Only who never had a plan may try one. */
export function toPlanOffer(
  { price, name, stripePriceId, creditsMilli, interval }: PlanForSale,
  trial: Plan["trial"],
): Offer {
  const rhythm = interval === "year" ? "yearly" : "monthly";
  return {
    ...{ kind: "plan", ...price, name: `${name}, ${rhythm}`, stripePriceId, creditsMilli },
    trialDays: trial?.days ?? 0,
  };
}

/** The open checkout offers something that is no longer sold like that. */
export function isOutdated(checkout: Checkout, offer: Offer): boolean {
  return checkout.stripePriceId !== offer.stripePriceId || checkout.creditsMilli !== offer.creditsMilli;
}

/** The state that Stripe's session gives our checkout. `completed` still has to pass `findProblem`. */
export function statusOf(session: CheckoutSession, payment: GatewayPayment | null): CheckoutStatus {
  if (session.status === "expired") return "expired";
  if (session.status === "open") return "open";
  if (session.paymentStatus !== "unpaid") return "completed";
  return payment?.status === "failed" || payment?.status === "canceled" ? "failed" : "processing";
}

export interface PaidCheckout {
  checkout: Checkout;
  payment: GatewayPayment;
}

/** The state that its payment gives a checkout without a session. `completed` still has to pass `findPaymentProblem`. */
export function statusWithoutSession({ status }: GatewayPayment): CheckoutStatus {
  if (status === "succeeded") return "completed";
  return status === "failed" || status === "canceled" ? "failed" : "processing";
}

/** As `findProblem`, where no session led to the payment: it carries what was agreed itself. */
export function findPaymentProblem({ checkout, payment }: PaidCheckout): PurchaseProblem | null {
  if (payment.status !== "succeeded") return null;
  if (payment.currency !== checkout.currency) return "currency_differs";
  if (payment.amountReceivedMinor !== checkout.amountMinor) return "amount_differs";
  return payment.creditsMilli === checkout.creditsMilli ? null : "credits_differ";
}

/** Compares what was paid with what was agreed. Credits are granted only when this finds nothing. */
export function findProblem(
  checkout: Checkout,
  session: CheckoutSession,
  payment: GatewayPayment | null,
): PurchaseProblem | null {
  const total = session.amountTotalMinor ?? 0n;
  // A promotion code that takes all off leaves nothing to pay.
  if (payment?.status !== "succeeded" && (payment || total !== 0n)) return "payment_missing";
  if (session.currency !== checkout.currency || (payment && payment.currency !== checkout.currency))
    return "currency_differs";
  if (total + session.discountMinor !== checkout.amountMinor) return "amount_differs";
  if (payment && payment.amountReceivedMinor !== total) return "amount_differs";
  const [item, ...others] = session.items;
  if (others.length > 0 || item?.stripePriceId !== checkout.stripePriceId || item.quantity !== 1) {
    return "items_differ";
  }
  return session.creditsMilli === checkout.creditsMilli ? null : "credits_differ";
}
