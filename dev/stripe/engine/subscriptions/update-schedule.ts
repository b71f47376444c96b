import { isDeepStrictEqual } from "node:util";
import type Stripe from "stripe";
import { invalidRequest, notImplemented } from "../../server/stripe-error";
import { type WireSubscription } from "../../store/object-types";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { mergeMetadata } from "../metadata";
import { cancelNow } from "./end-subscription";
import { currentPeriod } from "./item-periods";
import { itemChangesOf } from "./phase-change";
import { type ProrationBehavior } from "./plan-change";
import { checkLive, endScheduleOf } from "./schedule-endings";
import { type PhaseParams, readDate, readPhases } from "./schedule-phases";
import { endOf, type Phase, phaseAt } from "./schedule-state";
import { setScheduleTimers } from "./schedule-timers";
import { storeSubscription } from "./store-subscription";
import { setTimers } from "./subscription-timers";
import { enterPhase, turnSchedule } from "./turn-schedule";

export type ScheduleUpdateParams = Omit<Stripe.SubscriptionScheduleUpdateParams, "phases"> & {
  phases?: PhaseParams[];
};

/**
 * Replaces what is to come, and changes the subscription at once where the current phase is another than it was.
 * https://docs.stripe.com/api/subscription_schedules/update
 */
export function updateSchedule(
  engine: Engine,
  schedule: Stripe.SubscriptionSchedule,
  params: ScheduleUpdateParams,
): Stripe.SubscriptionSchedule {
  checkLive(schedule, "update");
  const phases = params.phases ? newPhases(engine, schedule, params.phases) : schedule.phases;
  const next = { ...schedule, phases, end_behavior: params.end_behavior ?? schedule.end_behavior };
  const current = schedule.status === "active" ? currentOf(engine, schedule, next) : null;
  const updated = engine.update(
    schedule,
    {
      phases,
      end_behavior: next.end_behavior,
      metadata: mergeMetadata(schedule.metadata ?? {}, params.metadata),
      ...(current ? { current_phase: { start_date: current.start_date, end_date: current.end_date } } : {}),
    },
    "subscription_schedule.updated",
  );
  setScheduleTimers(engine, updated);
  if (current) {
    followPhase(engine, updated, {
      phase: current,
      before: phaseAt(schedule, current.start_date),
      prorationBehavior: (params.proration_behavior ?? "create_prorations") as ProrationBehavior,
    });
  }
  if (current && current.end_date <= engine.now) turnSchedule(engine, schedule.id);
  return engine.require("subscription_schedule", schedule.id);
}

/** Ends the schedule and, with it, the subscription. https://docs.stripe.com/api/subscription_schedules/cancel */
export function cancelSchedule(
  engine: Engine,
  schedule: Stripe.SubscriptionSchedule,
  params: Stripe.SubscriptionScheduleCancelParams,
): Stripe.SubscriptionSchedule {
  checkLive(schedule, "cancel");
  const subscription = engine.store.objects.find("subscription", idOf(schedule.subscription) ?? "");
  endScheduleOf(engine, schedule.id, null);
  if (subscription) {
    cancelNow(engine, subscription, {
      reason: "cancellation_requested",
      invoiceNow: params.invoice_now ?? true,
      prorate: params.prorate ?? true,
    });
  }
  return engine.require("subscription_schedule", schedule.id);
}

/** Past phases may be left out; the current one begins when it began. */
function newPhases(engine: Engine, schedule: Stripe.SubscriptionSchedule, params: PhaseParams[]): Phase[] {
  const began = schedule.current_phase?.start_date ?? null;
  const given = params.filter(
    ({ end_date: end }) => began === null || typeof end !== "number" || end > began,
  );
  const start = given[0]?.start_date;
  if (start === undefined) {
    throw invalidRequest("The first phase must have a `start_date`.", {
      code: "parameter_missing",
      param: "phases[0][start_date]",
    });
  }
  const date = readDate(engine, start);
  if (began !== null && date !== began) {
    throw invalidRequest("You can not modify the start date of the current phase.", {
      param: "phases[0][start_date]",
    });
  }
  const past = began === null ? [] : schedule.phases.filter(({ end_date: end }) => end <= began);
  return [...past, ...readPhases(engine, given, date)];
}

function currentOf(
  engine: Engine,
  before: Stripe.SubscriptionSchedule,
  next: Stripe.SubscriptionSchedule,
): Phase | null {
  const began = before.current_phase?.start_date ?? engine.now;
  return next.phases.find(({ start_date: start }) => start === began) ?? null;
}

interface Following {
  phase: Phase;
  before: Phase | null;
  prorationBehavior: ProrationBehavior;
}

function followPhase(
  engine: Engine,
  schedule: Stripe.SubscriptionSchedule,
  { phase, before, prorationBehavior }: Following,
): void {
  const subscription = planEnd(engine, schedule);
  const sells = itemChangesOf(subscription, phase).length > 0;
  const saysSame = isDeepStrictEqual(
    [phase.metadata, phase.discounts],
    [before?.metadata, before?.discounts],
  );
  if (sells || !saysSame) {
    enterPhase(engine, subscription, { phase, prorationBehavior });
  }
}

/** A schedule that cancels at its end shows on the subscription, for as long as that is after this period. */
function planEnd(engine: Engine, schedule: Stripe.SubscriptionSchedule): WireSubscription {
  const subscription = engine.require("subscription", idOf(schedule.subscription) ?? "");
  const end = schedule.end_behavior === "cancel" ? endOf(schedule) : null;
  if (end === subscription.cancel_at) return subscription;
  if (end !== null && end < currentPeriod(subscription).end) {
    throw notImplemented("schedules that cancel within the current billing period");
  }
  const next = {
    ...subscription,
    cancel_at: end,
    cancel_at_period_end: false,
    canceled_at: end === null ? null : engine.now,
  };
  const stored = storeSubscription(engine, { before: subscription, next });
  setTimers(engine, stored);
  return stored;
}
