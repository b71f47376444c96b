import { notImplemented } from "../../server/stripe-error";
import { type WireSubscription } from "../../store/object-types";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { endAtPeriodEnd } from "./end-subscription";
import { storeSubscription } from "./store-subscription";
import { itemList } from "./subscription-items";
import { hasMethod } from "./subscription-status";
import { setTimers } from "./subscription-timers";

/**
 * A trial is over for somebody who never gave a card: it pauses or ends where its settings say so, and true is
 * returned. https://docs.stripe.com/billing/subscriptions/trials#create-free-trials-without-payment
 */
export function endTrialWithoutMethod(engine: Engine, subscription: WireSubscription): boolean {
  const wanted = withoutMethod(engine, subscription);
  if (wanted === "cancel") endAtPeriodEnd(engine, subscription);
  if (wanted === "pause") pause(engine, subscription, subscription);
  return wanted !== null;
}

/** The same before its time, because a call asks for it. */
export function endTrialNow(engine: Engine, before: WireSubscription, asked: object): boolean {
  const wanted = withoutMethod(engine, before);
  if (wanted === null) return false;
  if (Object.keys(asked).some((name) => name !== "trial_end" && name !== "expand")) {
    throw notImplemented("ending a trial without a payment method together with other changes");
  }
  const { now } = engine;
  const items = before.items.data.map((item) => ({ ...item, current_period_end: now }));
  const over = {
    ...before,
    billing_cycle_anchor: now,
    items: itemList(before.id, items),
    trial_end: now,
  };
  if (wanted === "cancel") endAtPeriodEnd(engine, storeSubscription(engine, { before, next: over }));
  else pause(engine, before, over);
  return true;
}

function withoutMethod(engine: Engine, subscription: WireSubscription): "cancel" | "pause" | null {
  const wanted = subscription.trial_settings?.end_behavior.missing_payment_method;
  if (subscription.status !== "trialing" || subscription.collection_method === "send_invoice") return null;
  const customer = engine.require("customer", idOf(subscription.customer) ?? "");
  if (hasMethod(subscription, customer)) return null;
  return wanted === "cancel" || wanted === "pause" ? (wanted as "cancel" | "pause") : null;
}

function pause(engine: Engine, before: WireSubscription, over: WireSubscription): void {
  const next: WireSubscription = {
    ...over,
    status: "paused",
    status_details: {
      paused: {
        subscription: { type: "trial_end_without_payment_method" },
        transitioned_at: engine.now,
        type: "subscription",
      },
    },
  };
  const paused = storeSubscription(engine, { before, next });
  engine.emit("customer.subscription.paused", paused);
  setTimers(engine, paused);
}
