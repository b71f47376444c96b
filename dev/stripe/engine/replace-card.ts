import type Stripe from "stripe";
import { invalidRequest } from "../server/stripe-error";
import { cardFingerprint } from "./card-details";
import { type Engine } from "./engine";
import { findTestCard } from "./test-cards";

interface Replacement {
  expMonth: number;
  expYear: number;
  /** Of the new card; without one the old number stays, as it does when only the date passed. */
  number?: string;
}

/**
 * The bank gave the customer a new card, and the network told Stripe: the payment method goes on with it.
 * https://docs.stripe.com/payments/cards/overview#automatic-card-updates
 */
export function replaceCard(
  engine: Engine,
  method: Stripe.PaymentMethod,
  { expMonth, expYear, number }: Replacement,
): Stripe.PaymentMethod {
  if (!method.card || !method.customer) {
    throw invalidRequest("Only a card that is attached to a customer is replaced.", {
      param: "payment_method",
    });
  }
  const card = { ...method.card, exp_month: expMonth, exp_year: expYear };
  if (number === undefined) return save(engine, method, card);
  const known = findTestCard(number);
  if (!known) throw invalidRequest(`${number} is not a test card.`, { param: "number" });
  engine.store.objects.saveHidden(method.id, { ...engine.store.objects.hidden(method.id), number });
  return save(engine, method, {
    ...card,
    brand: known.brand,
    country: known.country,
    display_brand: known.brand,
    fingerprint: cardFingerprint(number),
    funding: known.funding,
    last4: number.slice(-4),
  });
}

function save(
  engine: Engine,
  method: Stripe.PaymentMethod,
  card: Stripe.PaymentMethod.Card,
): Stripe.PaymentMethod {
  return engine.update(method, { card }, "payment_method.automatically_updated");
}
