import type Stripe from "stripe";
import { type WireInvoice, type WirePrice, type WireSubscription } from "../../store/object-types";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { roughLength } from "../intervals";
import { previewInvoice } from "../invoices/preview-invoice";
import { updateSubscription } from "../subscriptions/change-subscription";
import { createSchedule } from "../subscriptions/create-schedule";
import { planChange, type ProrationBehavior } from "../subscriptions/plan-change";
import { previewChange } from "../subscriptions/preview-change";
import { updateSchedule } from "../subscriptions/update-schedule";
import { type Features } from "./portal-features";

type Rules = Features["subscription_update"];

/** A subscription that is to change to another price, as the configuration lets it. */
export interface PlanChoice {
  subscription: WireSubscription;
  price: WirePrice;
  rules: Rules;
}

/** What the change costs, and when it happens and is paid. */
export interface PlanPreview {
  invoice: WireInvoice;
  when: "now" | "with_next_invoice" | "at_period_end";
}

/** The prices that the configuration offers, in the currency of the subscription. */
export function offeredPlans(engine: Engine, subscription: WireSubscription, rules: Rules): WirePrice[] {
  return (rules.products ?? [])
    .flatMap(({ prices }) => prices)
    .flatMap((id) => engine.store.objects.find("price", id) ?? [])
    .filter(({ active, currency }) => active && currency === subscription.currency);
}

/** https://docs.stripe.com/customer-management/configure-portal: one item, no schedule, charged automatically. */
export function canChangePlan(subscription: WireSubscription, rules: Rules): boolean {
  return (
    rules.enabled &&
    rules.default_allowed_updates.includes("price") &&
    subscription.items.data.length === 1 &&
    !subscription.schedule &&
    !subscription.cancel_at &&
    (subscription.status === "active" || subscription.status === "trialing")
  );
}

export function previewPlan(engine: Engine, choice: PlanChoice): PlanPreview {
  const { subscription, rules } = choice;
  const items = changedItems(choice);
  const behavior = rules.proration_behavior as ProrationBehavior;
  const waits = waitsForPeriodEnd(choice);
  const draft = previewChange(engine, {
    subscription: subscription.id,
    subscription_details: { items, proration_behavior: waits ? "none" : behavior },
  });
  const { billsNow } = planChange(engine, subscription, { items, prorationBehavior: behavior });
  const when = waits ? "at_period_end" : billsNow ? "now" : "with_next_invoice";
  return { invoice: previewInvoice(engine, draft), when };
}

export function changePlan(engine: Engine, choice: PlanChoice): void {
  const { subscription, rules } = choice;
  if (waitsForPeriodEnd(choice)) {
    scheduleChange(engine, choice);
    return;
  }
  updateSubscription(engine, subscription, {
    items: changedItems(choice),
    proration_behavior: rules.proration_behavior,
  });
}

function changedItems({ subscription, price }: PlanChoice) {
  const [item] = subscription.items.data;
  return [{ id: item?.id ?? "", price: price.id, quantity: item?.quantity ?? 1 }];
}

/** Downgrades can be told to wait: https://docs.stripe.com/customer-management/configure-portal */
function waitsForPeriodEnd({ subscription, price, rules }: PlanChoice): boolean {
  const current = subscription.items.data[0]?.price;
  if (!current?.recurring || !price.recurring) return false;
  const shorter = roughLength(price.recurring) < roughLength(current.recurring);
  const isSame = roughLength(price.recurring) === roughLength(current.recurring);
  const cheaper = isSame && (price.unit_amount ?? 0) < (current.unit_amount ?? 0);
  return rules.schedule_at_period_end.conditions.some(
    ({ type }) =>
      (type === "shortening_interval" && shorter) || (type === "decreasing_item_amount" && cheaper),
  );
}

function scheduleChange(engine: Engine, { subscription, price }: PlanChoice): void {
  const schedule = createSchedule(engine, { from_subscription: subscription.id });
  const [phase] = schedule.phases;
  if (!phase) throw new Error(`${schedule.id} has no phase`);
  updateSchedule(engine, schedule, {
    end_behavior: "release",
    phases: [
      { start_date: phase.start_date, end_date: phase.end_date, items: phase.items.map(phaseItem) },
      { items: [{ price: price.id, quantity: subscription.items.data[0]?.quantity ?? 1 }] },
    ],
  });
}

function phaseItem({ price, quantity }: Stripe.SubscriptionSchedule.Phase.Item) {
  return { price: idOf(price) ?? "", quantity: quantity ?? 1 };
}
