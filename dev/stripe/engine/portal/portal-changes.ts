import type Stripe from "stripe";
import { invalidRequest } from "../../server/stripe-error";
import { type WireSubscription } from "../../store/object-types";
import { updateCustomer } from "../customers";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { detachMethod } from "../payment-methods";
import { updateSubscription } from "../subscriptions/change-subscription";
import { cancelNow } from "../subscriptions/end-subscription";
import { type Features } from "./portal-features";

const OVER = ["canceled", "incomplete_expired"];

const isFlexible = ({ billing_mode: mode }: WireSubscription) => mode.type === "flexible";

/** The customer's subscriptions that have not ended, newest first. */
export function runningSubscriptions(engine: Engine, customer: string): WireSubscription[] {
  const { data } = engine.store.objects.list("subscription", { where: { customer }, limit: 100 });
  return data.filter(({ status }) => !OVER.includes(status));
}

/**
 * As the configuration says: at the end of what is paid for, or at once. The end of a flexible subscription is a date, of
 * a classic one a mark: https://docs.stripe.com/billing/subscriptions/billing-mode/compare
 */
export function cancelInPortal(
  engine: Engine,
  subscription: WireSubscription,
  { rules, feedback }: { rules: Features["subscription_cancel"]; feedback: string | null },
): void {
  const details = feedback ? { feedback: feedback } : {};
  if (rules.mode === "at_period_end") {
    updateSubscription(engine, subscription, {
      ...(isFlexible(subscription) ? { cancel_at: "max_period_end" } : { cancel_at_period_end: true }),
      ...(feedback ? { cancellation_details: details } : {}),
    });
    return;
  }
  cancelNow(engine, subscription, {
    reason: "cancellation_requested",
    ...(feedback ? { details } : {}),
    prorate: rules.proration_behavior !== "none",
    invoiceNow: rules.proration_behavior === "always_invoice",
  });
}

/** Takes a planned cancellation back. */
export function keepInPortal(engine: Engine, subscription: WireSubscription): void {
  const back = subscription.cancel_at_period_end
    ? { cancel_at_period_end: false }
    : { cancel_at: "" as const };
  updateSubscription(engine, subscription, back);
}

/** What is charged from now on: the customer's default, and that of subscriptions that have one of their own. */
export function makeDefault(engine: Engine, customer: Stripe.Customer, method: string): void {
  updateCustomer(engine, customer, { invoice_settings: { default_payment_method: method } });
  for (const subscription of runningSubscriptions(engine, customer.id)) {
    if (idOf(subscription.default_payment_method) === null) continue;
    updateSubscription(engine, subscription, { default_payment_method: method });
  }
}

/** The default stays while something is charged to it. */
export function canRemove(engine: Engine, customer: Stripe.Customer, method: string): boolean {
  const isDefault = idOf(customer.invoice_settings.default_payment_method) === method;
  return !isDefault || runningSubscriptions(engine, customer.id).length === 0;
}

export function removeMethod(engine: Engine, customer: Stripe.Customer, method: string): void {
  if (!canRemove(engine, customer, method)) {
    throw invalidRequest("This card pays for a subscription. Make another one the default before.");
  }
  if (idOf(customer.invoice_settings.default_payment_method) === method) {
    updateCustomer(engine, customer, { invoice_settings: { default_payment_method: "" } });
  }
  detachMethod(engine, engine.require("payment_method", method));
}
