import { createHash } from "node:crypto";
import type Stripe from "stripe";
import { defaultPart } from "../contract/default-object";
import { type Engine } from "./engine";

/** Equal for equal numbers, as Stripe's: it tells whether two customers pay with one card. */
export function cardFingerprint(number: string): string {
  return createHash("sha256")
    .update(`fingerprint:${number}`)
    .digest("base64url")
    .replace(/[-_]/g, "0")
    .slice(0, 16);
}

export function isPastExpiry(now: number, card: { expMonth: number; expYear: number }): boolean {
  const today = new Date(now * 1000);
  const [year, month] = [today.getUTCFullYear(), today.getUTCMonth() + 1];
  return card.expYear < year || (card.expYear === year && card.expMonth < month);
}

/** `payment_method_details` of a charge, taken from the card that paid. */
export function chargeMethodDetails(
  engine: Engine,
  method: Stripe.PaymentMethod,
  authenticated: boolean,
): Stripe.Charge.PaymentMethodDetails {
  const card = method.card;
  if (!card) throw new Error(`${method.id} is not a card`);
  const empty = defaultPart(engine.contract, "charge", "payment_method_details.card");
  const details = {
    ...(empty as unknown as Stripe.Charge.PaymentMethodDetails.Card),
    ...usedCard(card),
    three_d_secure: authenticated ? threeDSecure(engine) : null,
  };
  return { type: "card", card: details };
}

/** A card as records of its use show it. */
export function usedCard(card: Stripe.PaymentMethod.Card) {
  return {
    brand: card.brand,
    checks: card.checks,
    country: card.country,
    exp_month: card.exp_month,
    exp_year: card.exp_year,
    fingerprint: card.fingerprint ?? null,
    funding: card.funding,
    last4: card.last4,
    network: card.brand,
  };
}

function threeDSecure(engine: Engine): Stripe.Charge.PaymentMethodDetails.Card.ThreeDSecure {
  const empty = defaultPart(engine.contract, "charge", "payment_method_details.card.three_d_secure");
  return {
    ...(empty as unknown as Stripe.Charge.PaymentMethodDetails.Card.ThreeDSecure),
    authentication_flow: "challenge",
    result: "authenticated",
    version: "2.2.0",
  };
}
