import type Stripe from "stripe";
import { type WireSubscription } from "../../store/object-types";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { itemChangesOf } from "./phase-change";
import { phaseOfSubscription } from "./schedule-phases";
import { type Phase, phaseAt } from "./schedule-state";

/**
 * A scheduled subscription was changed directly: the rest of the current phase sells what it sells now.
 * https://docs.stripe.com/billing/subscriptions/subscription-schedules#managing
 */
export function followSubscription(engine: Engine, subscription: WireSubscription): void {
  const id = idOf(subscription.schedule);
  const schedule = id === null ? null : engine.store.objects.find("subscription_schedule", id);
  const phase = schedule && phaseAt(schedule, engine.now);
  if (!phase || itemChangesOf(subscription, phase).length === 0) return;
  const { items } = phaseOfSubscription(subscription);
  const rest: Phase = { ...phase, items, start_date: engine.now };
  const parts = phase.start_date === engine.now ? [rest] : [{ ...phase, end_date: engine.now }, rest];
  const phases = schedule.phases.flatMap((other) => (other.start_date === phase.start_date ? parts : other));
  const current: Stripe.SubscriptionSchedule.CurrentPhase = {
    start_date: rest.start_date,
    end_date: rest.end_date,
  };
  engine.update(schedule, { current_phase: current, phases }, "subscription_schedule.updated");
}
