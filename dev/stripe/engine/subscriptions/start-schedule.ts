import type Stripe from "stripe";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { createSubscription } from "./create-subscription";
import { agreedItems } from "./phase-change";
import { endOf, type Phase } from "./schedule-state";
import { setScheduleTimers } from "./schedule-timers";

/**
 * The first phase begins: its subscription is made. The first invoice is a draft for an hour.
 * `phase` is the first one, or what is left of it. Refuses what `createSubscription` refuses.
 * https://docs.stripe.com/billing/subscriptions/subscription-schedules#managing
 */
export function startSchedule(
  engine: Engine,
  schedule: Stripe.SubscriptionSchedule,
  phase: Phase | undefined = schedule.phases[0],
): Stripe.SubscriptionSchedule {
  if (!phase) return schedule;
  const subscription = createSubscription(
    engine,
    {
      customer: idOf(schedule.customer) ?? "",
      items: agreedItems(
        engine,
        phase.items.map(({ price, quantity, metadata }) => ({
          price: idOf(price) ?? "",
          quantity: quantity ?? 1,
          metadata: metadata ?? {},
        })),
      ),
      discounts: phase.discounts.map(({ coupon, discount, promotion_code: code }) => ({
        ...(coupon ? { coupon: idOf(coupon) ?? "" } : {}),
        ...(discount ? { discount: idOf(discount) ?? "" } : {}),
        ...(code ? { promotion_code: idOf(code) ?? "" } : {}),
      })),
      metadata: phase.metadata ?? {},
      ...(schedule.end_behavior === "cancel" ? { cancel_at: endOf(schedule) } : {}),
    },
    { schedule: schedule.id },
  );
  const started = engine.update(
    schedule,
    {
      current_phase: { start_date: phase.start_date, end_date: phase.end_date },
      status: "active",
      subscription: subscription.id,
    },
    "subscription_schedule.updated",
  );
  setScheduleTimers(engine, started);
  return started;
}
