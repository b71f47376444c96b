import type Stripe from "stripe";
import { invalidRequest, notImplemented } from "../../server/stripe-error";
import { type WireSubscription } from "../../store/object-types";
import { type Engine } from "../engine";
import { type ProrationBehavior, type PlannedChange } from "./plan-change";
import { cycleAround, periodFrom } from "./billing-cycle";
import { applyChange } from "./change-subscription";
import { currentPeriod, withPeriods } from "./item-periods";
import { periodLines } from "./period-lines";
import { debitLines } from "./proration-lines";
import { discountsOf } from "./subscription-discounts";
import { idOf } from "../field-values";

/**
 * Takes a paused subscription up again, from now on or in its old rhythm, and bills what that costs.
 * https://docs.stripe.com/api/subscriptions/resume
 */
export function resumeSubscription(
  engine: Engine,
  before: WireSubscription,
  params: Stripe.SubscriptionResumeParams,
): WireSubscription {
  if (before.status !== "paused") {
    throw invalidRequest(
      `Only subscriptions with the status \`paused\` can be resumed. This subscription has the status \`${before.status}\`.`,
    );
  }
  if (before.collection_method !== "charge_automatically") {
    throw invalidRequest("Only subscriptions that charge automatically can be resumed.");
  }
  if (params.payment_behavior === "resume_on_payment_success") {
    throw notImplemented("payment_behavior resume_on_payment_success");
  }
  const awake = { ...before, status: "active", status_details: undefined } as unknown as WireSubscription;
  const change =
    params.billing_cycle_anchor?.type === "unchanged"
      ? keepRhythm(engine, awake, params)
      : startAnew(engine, awake);
  applyChange(engine, before, { change, behavior: "allow_incomplete", offSession: false });
  const resumed = engine.require("subscription", before.id);
  engine.emit("customer.subscription.resumed", resumed);
  return resumed;
}

function startAnew(engine: Engine, awake: WireSubscription): PlannedChange {
  const next = withPeriods(
    { ...awake, billing_cycle_anchor: engine.now, billing_cycle_anchor_config: null },
    engine.now,
  );
  const newPeriod = periodLines(engine, next, periodFrom(next, engine.now));
  return { next, prorations: [], newPeriod, billsNow: true };
}

function keepRhythm(
  engine: Engine,
  awake: WireSubscription,
  params: Stripe.SubscriptionResumeParams,
): PlannedChange {
  const cycle = cycleAround(awake, engine.now);
  const next = withPeriods(awake, cycle.start);
  const behavior = (params.proration_behavior ?? "create_prorations") as ProrationBehavior;
  const customer = engine.require("customer", idOf(awake.customer) ?? "");
  const start = params.proration_date ?? engine.now;
  const prorations =
    behavior === "none"
      ? []
      : debitLines(engine, next, {
          items: next.items.data,
          remaining: { start, end: currentPeriod(next).end },
          discounts: discountsOf(next, customer),
        });
  return {
    next,
    prorations,
    newPeriod: [],
    billsNow: behavior === "always_invoice" && prorations.length > 0,
  };
}
