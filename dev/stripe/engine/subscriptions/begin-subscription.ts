import type Stripe from "stripe";
import { type WireLineItem, type WireSubscription } from "../../store/object-types";
import { discountParamsOf } from "../discounts/session-discounts";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { addPendingItem } from "../invoices/pending-items";
import { type HiddenSession } from "../session-terms";
import { createSubscription } from "./create-subscription";

/**
 * The subscription that a session sells; what is sold once goes on its first invoice, which `prepaid` has paid.
 * Without it the invoice stays open.
 */
export function beginSubscription(
  engine: Engine,
  session: Stripe.Checkout.Session,
  { method, prepaid }: { method?: string; prepaid?: Stripe.PaymentIntent },
): WireSubscription {
  const customer = idOf(session.customer) ?? "";
  const { data: items } = engine.store.objects.list("item", {
    parent: session.id,
    oldestFirst: true,
    limit: 100,
  });
  for (const item of items) if (!item.price?.recurring) billOnce(engine, customer, item);
  const { subscriptionData = {} } = engine.store.objects.hidden<HiddenSession>(session.id);
  const params = {
    ...subscriptionData,
    customer,
    items: items.flatMap(({ price, quantity }) =>
      price?.recurring ? [{ agreed: price, quantity: quantity ?? 1 }] : [],
    ),
    ...(method === undefined ? {} : { default_payment_method: method }),
    discounts: discountParamsOf(session),
    payment_behavior: "default_incomplete" as const,
    payment_settings: { save_default_payment_method: "on_subscription" as const },
  };
  return createSubscription(engine, params, prepaid ? { prepaid } : {});
}

function billOnce(engine: Engine, customer: string, item: WireLineItem): void {
  addPendingItem(engine, customer, {
    amount: item.amount_subtotal,
    currency: item.currency,
    description: item.description ?? "",
    discountable: true,
    period: { start: engine.now, end: engine.now },
    price: item.price,
    proration: false,
    quantity: item.quantity,
  });
}
