import type Stripe from "stripe";
import { type Engine } from "../engine";
import { endOf, isLive } from "./schedule-state";

const WEEK = 7 * 24 * 60 * 60;

/** A phase begins or ends. */
export const SCHEDULE_TURNS = "schedule_turns";
export const SCHEDULE_EXPIRES_SOON = "schedule_expires_soon";

export function setScheduleTimers(engine: Engine, schedule: Stripe.SubscriptionSchedule): void {
  const { id, current_phase: current, phases } = schedule;
  engine.store.due.cancelAll(id);
  if (!isLive(schedule)) return;
  engine.schedule(SCHEDULE_TURNS, id, current?.end_date ?? phases[0]?.start_date ?? engine.now);
  const notice = endOf(schedule) - WEEK;
  if (notice > engine.now) engine.schedule(SCHEDULE_EXPIRES_SOON, id, notice);
}

/** https://docs.stripe.com/api/events/types#event_types-subscription_schedule.expiring */
export function announceExpiry(engine: Engine, id: string): void {
  const schedule = engine.store.objects.find("subscription_schedule", id);
  if (schedule && isLive(schedule)) engine.emit("subscription_schedule.expiring", schedule);
}
