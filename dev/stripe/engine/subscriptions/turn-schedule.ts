import type Stripe from "stripe";
import { StripeError } from "../../server/stripe-error";
import { type WireSubscription } from "../../store/object-types";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { applyChange } from "./change-subscription";
import { currentPeriod } from "./item-periods";
import { moveSchedule } from "./move-schedule";
import { agreedItems, itemChangesOf, phaseFields, withoutSpentDiscounts } from "./phase-change";
import { planChange, type ProrationBehavior } from "./plan-change";
import { endScheduleOf } from "./schedule-endings";
import { dueChange, type Phase } from "./schedule-state";
import { startSchedule } from "./start-schedule";
import { turnSubscription } from "./turn-subscription";

/**
 * A phase has come to its end, or the first one to its beginning. Nobody asks for it, so nobody is refused: what
 * cannot be had any more is left out, and a schedule that cannot start at all is canceled.
 */
export function turnSchedule(engine: Engine, id: string): void {
  const schedule = engine.store.objects.find("subscription_schedule", id);
  if (schedule?.status === "not_started") startWhenDue(engine, schedule);
  if (schedule?.status === "active") nextPhase(engine, schedule);
}

function startWhenDue(engine: Engine, schedule: Stripe.SubscriptionSchedule): void {
  const [phase] = schedule.phases;
  if (!phase) return;
  const first = withoutSpentDiscounts(engine, phase, idOf(schedule.customer));
  try {
    engine.store.transaction(() => startSchedule(engine, schedule, first));
  } catch (error) {
    // What the stand-in does not implement is no reason that Stripe would have.
    if (!(error instanceof StripeError) || error.status === 501) throw error;
    endScheduleOf(engine, schedule.id, null);
  }
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
  if (change.next) {
    const phase = withoutSpentDiscounts(engine, change.next, idOf(subscription.customer));
    enterPhase(engine, subscription, { phase, byTime: true });
  } else engine.update(subscription, { schedule: kept }, "customer.subscription.updated");
}

interface Entry {
  phase: Phase;
  prorationBehavior?: ProrationBehavior;
  /** Nobody asks for it. */
  byTime?: boolean;
}

/**
 * Makes a subscription what a phase says within a period, prorated as the phase or the caller asks.
 * https://docs.stripe.com/billing/subscriptions/subscription-schedules#transitioning-phases
 */
export function enterPhase(
  engine: Engine,
  subscription: WireSubscription,
  { phase, prorationBehavior, byTime = false }: Entry,
): void {
  const items = agreedItems(engine, itemChangesOf(subscription, phase));
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
    byTime,
  });
}
