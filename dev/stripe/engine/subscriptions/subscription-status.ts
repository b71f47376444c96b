import type Stripe from "stripe";
import { invalidRequest, resourceMissing } from "../../server/stripe-error";
import { OBJECT_KINDS, type WireSubscription } from "../../store/object-types";
import { type Engine } from "../engine";
import { idOf } from "../field-values";

const ENDED = new Set<string>(["canceled", "incomplete_expired"]);
const RUNNING = new Set<string>(["trialing", "active", "past_due", "unpaid"]);

/** For good: nothing brings it back. https://docs.stripe.com/billing/subscriptions/overview#subscription-statuses */
export const isEnded = ({ status }: WireSubscription): boolean => ENDED.has(status);

/** Time moves it from period to period. */
export const isRunning = ({ status }: WireSubscription): boolean => RUNNING.has(status);

/** To Stripe a subscription that has ended is no longer there for those who would change it. */
export function requireAlive(engine: Engine, id: string): WireSubscription {
  const subscription = engine.require("subscription", id);
  if (isEnded(subscription)) throw resourceMissing(OBJECT_KINDS.subscription.label, id);
  return subscription;
}

/** What still may be said of one that has ended. https://docs.stripe.com/api/subscriptions/cancel */
export function checkChangeable(subscription: WireSubscription, params: object): void {
  const allowed = new Set(["metadata", "cancellation_details", "expand"]);
  if (!isEnded(subscription) || Object.keys(params).every((key) => allowed.has(key))) return;
  throw invalidRequest("A canceled subscription can only update its cancellation_details and metadata.");
}

/** Whether the next invoice can be charged at all. */
export function hasMethod(subscription: WireSubscription, customer: Stripe.Customer): boolean {
  return (
    idOf(subscription.default_payment_method) !== null ||
    idOf(customer.invoice_settings.default_payment_method) !== null ||
    idOf(customer.default_source) !== null
  );
}
