import { type WireSubscription } from "../../store/object-types";
import { idOf } from "../field-values";
import { createSchedule } from "../subscriptions/create-schedule";
import { type HiddenSubscription } from "../subscriptions/create-subscription";
import { newSubscription } from "../subscriptions/new-subscription";
import { itemList, draftItems } from "../subscriptions/subscription-items";
import { setTimers } from "../subscriptions/subscription-timers";
import { updateSchedule } from "../subscriptions/update-schedule";
import { type SubscriptionRecord } from "./import-records";
import { type ImportingEngine } from "./importing-engine";

/** A subscription as it stands now, of the second in which it was made. */
export function importSubscription(engine: ImportingEngine, record: SubscriptionRecord): void {
  const { id, billing_cycle_anchor: anchor } = record;
  const customer = engine.require("customer", record.customer, "customer");
  const items = draftItems(engine, [{ price: record.price }], id).map((item) => ({
    ...item,
    id: record.item,
    current_period_start: record.period_start,
    current_period_end: record.period_end,
  }));
  const cycle = {
    billing_cycle_anchor: anchor,
    billing_cycle_anchor_config: null,
    trial_end: null,
    trial_start: null,
  };
  const fresh = newSubscription(engine, { id, customer, items, cycle, params: { customer: customer.id } });
  const subscription = engine.create(
    "subscription",
    { ...fresh, ...presentState(record, fresh), items: itemList(id, items) },
    { isNew: false, intent: null } satisfies HiddenSubscription,
  );
  for (const item of items) engine.create("subscription_item", item);
  if (customer.currency === null) engine.update(customer, { currency: subscription.currency });
}

function presentState(
  record: SubscriptionRecord,
  { cancellation_details: details }: WireSubscription,
): Partial<WireSubscription> {
  const { status, ended_at: endedAt, cancel_at_period_end: atPeriodEnd, feedback } = record;
  const cancelAt = atPeriodEnd && endedAt === null ? record.period_end : null;
  const ends = cancelAt !== null || endedAt !== null;
  return {
    status,
    latest_invoice: record.latest_invoice,
    ended_at: endedAt,
    cancel_at: cancelAt,
    cancel_at_period_end: cancelAt !== null,
    canceled_at: endedAt ?? (cancelAt === null ? null : record.period_start),
    ...(details && ends
      ? { cancellation_details: { ...details, feedback, reason: "cancellation_requested" } }
      : {}),
  };
}

/** Arranges what time does to it from now on, and plans what begins with its next period. */
export function continueSubscription(engine: ImportingEngine, { id, next, price }: SubscriptionRecord): void {
  setTimers(engine, engine.require("subscription", id));
  if (!next) return;
  const schedule = engine.naming({ subscription_schedule: next.schedule }, () =>
    createSchedule(engine, { from_subscription: id }),
  );
  const [present] = schedule.phases;
  if (!present) return;
  const { start_date, end_date } = present;
  updateSchedule(engine, schedule, {
    end_behavior: "release",
    proration_behavior: "none",
    phases: [
      { items: [{ price: idOf(present.items[0]?.price) ?? price, quantity: 1 }], start_date, end_date },
      { items: [{ price: next.price, quantity: 1 }] },
    ],
  });
}
