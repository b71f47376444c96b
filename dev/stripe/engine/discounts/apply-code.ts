import type Stripe from "stripe";
import { StripeError } from "../../server/stripe-error";
import { type WireLineItem } from "../../store/object-types";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { minimumAmount } from "../minimum-amounts";
import { cancelIntent } from "../payment-intents";
import { findActiveCode } from "./promotion-codes";
import { discountItems, discountOfCode, sessionAmounts } from "./session-discounts";

const UNKNOWN = "This code is invalid.";

/** The buyer typed a code on the hosted page: the order is priced again, or the reason why not is returned. */
export function applyCode(engine: Engine, session: Stripe.Checkout.Session, typed: string): string | null {
  const customer = idOf(session.customer);
  const promotion = session.allow_promotion_codes ? findActiveCode(engine, typed, customer) : null;
  if (!promotion) return UNKNOWN;
  const items = itemsOf(engine, session);
  try {
    const discount = discountOfCode(engine, promotion, { customer, items, param: "promotion_code" });
    return reprice(engine, session, [discount]);
  } catch (error) {
    if (error instanceof StripeError) return error.body.message;
    throw error;
  }
}

/** The order at its full price again. */
export function removeCode(engine: Engine, session: Stripe.Checkout.Session): void {
  if (session.allow_promotion_codes) reprice(engine, session, []);
}

function reprice(
  engine: Engine,
  session: Stripe.Checkout.Session,
  discounts: Stripe.Checkout.Session.Discount[],
): string | null {
  const items = discountItems(engine, itemsOf(engine, session), discounts);
  const amounts = sessionAmounts(items);
  const total = amounts.amount_total ?? 0;
  if (total > 0 && total < minimumAmount(session.currency ?? "usd")) {
    return "This code takes too much off: what is left is too little to be charged.";
  }
  for (const item of items) engine.update(engine.require("item", item.id), item);
  engine.update(session, { ...amounts, discounts: discounts.length > 0 ? discounts : null });
  const intent = engine.store.objects.find("payment_intent", idOf(session.payment_intent) ?? "");
  if (intent && total > 0) engine.update(intent, { amount: total });
  else if (intent) cancelIntent(engine, intent, "abandoned");
  return null;
}

function itemsOf(engine: Engine, session: Stripe.Checkout.Session): WireLineItem[] {
  return engine.store.objects.list("item", { parent: session.id, oldestFirst: true, limit: 100 }).data;
}
