import type Stripe from "stripe";
import { type WireSubscription } from "../../store/object-types";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { applyChange } from "./change-subscription";
import { currentPeriod } from "./item-periods";
import { moveSchedule } from "./move-schedule";
import { itemChangesOf, phaseFields } from "./phase-change";
import { planChange, type ProrationBehavior } from "./plan-change";
import { dueChange, type Phase } from "./schedule-state";
import { startSchedule } from "./start-schedule";
import { turnSubscription } from "./turn-subscription";

/** A phase has come to its end, or the first one to its beginning. */
export function turnSchedule(engine: Engine, id: string): void {
  const schedule = engine.store.objects.find("subscription_schedule", id);
  if (schedule?.status === "not_started") startSchedule(engine, schedule);
  if (schedule?.status === "active") nextPhase(engine, schedule);
}

function nextPhase(engine: Engine, schedule: Stripe.SubscriptionSchedule): void {
  const subscription = engine.store.objects.find("subscription", idOf(schedule.subscription) ?? "");
  if (!subscription) return;
  const ends = subscription.cancel_at !== null && subscription.cancel_at <= engine.now;
  if (ends || currentPeriod(subscription).end <= engine.now) {
    turnSubscription(engine, subscription.id);
    return;
  }
  const change = dueChange(engine, subscription, engine.now);
  if (!change) return;
  const kept = moveSchedule(engine, schedule.id, engine.now);
  if (change.next) enterPhase(engine, subscription, { phase: change.next });
  else engine.update(subscription, { schedule: kept }, "customer.subscription.updated");
}

/**
 * Makes a subscription what a phase says within a period, prorated as the phase or the caller asks.
 * https://docs.stripe.com/billing/subscriptions/subscription-schedules#transitioning-phases
 */
export function enterPhase(
  engine: Engine,
  subscription: WireSubscription,
  { phase, prorationBehavior }: { phase: Phase; prorationBehavior?: ProrationBehavior },
): void {
  const items = itemChangesOf(subscription, phase);
  const change = planChange(engine, subscription, {
    ...(items.length > 0 ? { items } : {}),
    ...(phase.billing_cycle_anchor === "phase_start" && phase.start_date === engine.now
      ? { anchor: "now" as const }
      : {}),
    prorationBehavior: prorationBehavior ?? (phase.proration_behavior as ProrationBehavior),
  });
  const next = { ...change.next, ...phaseFields(engine, change.next, phase) };
  applyChange(engine, subscription, {
    change: { ...change, next },
    behavior: "allow_incomplete",
    offSession: true,
  });
}
