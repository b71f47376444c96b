import type Stripe from "stripe";
import { defaultObject } from "../contract/default-object";
import { notImplemented } from "../server/stripe-error";
import { type Engine } from "./engine";
import { idOf } from "./field-values";
import { newId } from "./ids";
import { mergeMetadata } from "./metadata";
import { attachMethod, createCardMethod } from "./payment-methods";
import { findTokenCard } from "./test-cards";

/**
 * Cards as they were before payment methods. Each is a payment method underneath, found under its own id in both
 * parts of the API. https://docs.stripe.com/payments/payment-methods/transitioning
 */
export function addCardSource(
  engine: Engine,
  customer: Stripe.Customer,
  { source, metadata }: { source: string; metadata?: Stripe.MetadataParam },
): { customer: Stripe.Customer; card: Stripe.Card } {
  const known = findTokenCard(source);
  if (!known) throw notImplemented(`the source ${source}`);
  const expYear = new Date(engine.now * 1000).getUTCFullYear() + 1;
  const method = createCardMethod(engine, {
    card: known,
    expMonth: 12,
    expYear,
    id: newId("card_"),
    metadata: mergeMetadata({}, metadata),
  });
  const card = cardOf(engine, attachMethod(engine, method, customer.id));
  engine.emit("customer.source.created", card);
  if (customer.default_source) return { customer, card };
  return { customer: engine.update(customer, { default_source: card.id }), card };
}

export function updateCardSource(
  engine: Engine,
  id: string,
  metadata: Stripe.Emptyable<Stripe.MetadataParam> | undefined,
): Stripe.Card {
  const method = engine.require("payment_method", id);
  const before = cardOf(engine, method);
  const merged = mergeMetadata(method.metadata ?? {}, metadata);
  const after = cardOf(engine, engine.update(method, { metadata: merged }));
  engine.emit("customer.source.updated", after, { metadata: before.metadata });
  return after;
}

/** A payment method in the shape of a card. */
export function cardOf(engine: Engine, method: Stripe.PaymentMethod): Stripe.Card {
  const { card } = method;
  if (!card) throw new Error(`${method.id} is not a card`);
  return {
    ...(defaultObject(engine.contract, "card") as unknown as Stripe.Card),
    id: method.id,
    brand: card.brand === "visa" ? "Visa" : card.brand === "mastercard" ? "MasterCard" : card.brand,
    country: card.country,
    customer: idOf(method.customer),
    cvc_check: card.checks?.cvc_check ?? null,
    exp_month: card.exp_month,
    exp_year: card.exp_year,
    fingerprint: card.fingerprint ?? null,
    funding: card.funding,
    last4: card.last4,
    metadata: method.metadata,
    name: method.billing_details.name,
  };
}
