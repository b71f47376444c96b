import type Stripe from "stripe";
import { invalidRequest } from "../../server/stripe-error";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { endOf, isLive } from "./schedule-state";
import { setScheduleTimers } from "./schedule-timers";

type Schedule = Stripe.SubscriptionSchedule;

/** Its subscription has ended: as it was planned, because nobody paid, or because somebody cancelled it. */
export function endScheduleOf(
  engine: Engine,
  id: string,
  reason: Stripe.Subscription.CancellationDetails.Reason | null,
): void {
  const schedule = engine.store.objects.find("subscription_schedule", id);
  if (!schedule || !isLive(schedule)) return;
  if (schedule.end_behavior === "cancel" && endOf(schedule) <= engine.now) {
    finish(engine, schedule, { completed_at: engine.now, status: "completed", event: "completed" });
    return;
  }
  const event = reason === "payment_failed" ? "aborted" : "canceled";
  finish(engine, schedule, { canceled_at: engine.now, status: "canceled", event });
}

/** Lets go of the subscription, which goes on as it is. https://docs.stripe.com/api/subscription_schedules/release */
export function markReleased(engine: Engine, schedule: Schedule): Schedule {
  return finish(engine, schedule, {
    event: "released",
    released_at: engine.now,
    released_subscription: idOf(schedule.subscription),
    status: "released",
    subscription: null,
  });
}

/** https://docs.stripe.com/api/subscription_schedules/release */
export function releaseSchedule(
  engine: Engine,
  schedule: Schedule,
  { preserve_cancel_date: keepsEnd }: Stripe.SubscriptionScheduleReleaseParams,
): Schedule {
  checkLive(schedule, "release");
  const released = markReleased(engine, schedule);
  const subscription = engine.store.objects.find("subscription", released.released_subscription ?? "");
  if (!subscription) return released;
  const planned = schedule.end_behavior === "cancel" && subscription.cancel_at === endOf(schedule);
  const runsOn = planned && !keepsEnd ? { cancel_at: null, canceled_at: null } : {};
  engine.update(subscription, { schedule: null, ...runsOn }, "customer.subscription.updated");
  return released;
}

export function checkLive(schedule: Schedule, verb: "cancel" | "release" | "update"): void {
  if (isLive(schedule)) return;
  throw invalidRequest(
    `You cannot ${verb} a subscription schedule that is currently in the \`${schedule.status}\` status. Only a subscription schedule with one of the following statuses may be ${verb === "cancel" ? "canceled" : `${verb}d`}: \`not_started\`, \`active\`.`,
  );
}

function finish(
  engine: Engine,
  schedule: Schedule,
  { event, ...changes }: Partial<Schedule> & { event: "aborted" | "canceled" | "completed" | "released" },
): Schedule {
  const finished = engine.update(schedule, { current_phase: null, ...changes });
  setScheduleTimers(engine, finished);
  engine.emit(`subscription_schedule.${event}`, finished);
  return finished;
}
