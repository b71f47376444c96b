import type Stripe from "stripe";
import { type WireSubscription } from "../../store/object-types";
import { type Engine } from "../engine";
import { idOf } from "../field-values";

export type Phase = Stripe.SubscriptionSchedule.Phase;

const LIVE = new Set<string>(["not_started", "active"]);

/** Still to be followed, changed, released or cancelled. */
export const isLive = ({ status }: Stripe.SubscriptionSchedule): boolean => LIVE.has(status);

/** The phase that a schedule is in, or would be in, at an instant. */
export function phaseAt({ phases }: Stripe.SubscriptionSchedule, at: number): Phase | null {
  return phases.find(({ start_date: start, end_date: end }) => start <= at && at < end) ?? null;
}

export function endOf({ phases }: Stripe.SubscriptionSchedule): number {
  return phases.at(-1)?.end_date ?? 0;
}

/** What the schedule of a subscription will have changed by an instant; null when its phase lasts longer. */
export function dueChange(
  engine: Engine,
  { schedule: reference }: WireSubscription,
  at: number,
): { schedule: Stripe.SubscriptionSchedule; next: Phase | null } | null {
  if (!reference) return null;
  const schedule = engine.store.objects.find("subscription_schedule", idOf(reference) ?? "");
  if (!schedule?.current_phase || schedule.current_phase.end_date > at) return null;
  return { schedule, next: phaseAt(schedule, at) };
}
