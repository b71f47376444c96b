import type Stripe from "stripe";
import { invalidRequest } from "../../server/stripe-error";
import { type WireSubscription } from "../../store/object-types";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { mergeMetadata } from "../metadata";
import { phaseOfSubscription, type PhaseParams, readDate, readPhases } from "./schedule-phases";
import { type Phase } from "./schedule-state";
import { setScheduleTimers } from "./schedule-timers";
import { startSchedule } from "./start-schedule";
import { requireAlive } from "./subscription-status";

export type ScheduleParams = Omit<Stripe.SubscriptionScheduleCreateParams, "phases"> & {
  phases?: PhaseParams[];
};

/** Of a subscription as it is, or of phases to come. https://docs.stripe.com/api/subscription_schedules/create */
export function createSchedule(engine: Engine, params: ScheduleParams): Stripe.SubscriptionSchedule {
  return params.from_subscription
    ? scheduleSubscription(engine, params.from_subscription, params)
    : schedulePhases(engine, params);
}

function scheduleSubscription(
  engine: Engine,
  id: string,
  params: ScheduleParams,
): Stripe.SubscriptionSchedule {
  const other = Object.keys(params).find(
    (name) => !["from_subscription", "expand", "metadata"].includes(name),
  );
  if (other) {
    throw invalidRequest(`You cannot set \`${other}\` if \`from_subscription\` is set.`, { param: other });
  }
  const subscription = requireAlive(engine, id);
  if (subscription.schedule) {
    throw invalidRequest(
      `You cannot migrate a subscription that is already attached to a schedule: ${idOf(subscription.schedule) ?? ""}`,
      { param: "from_subscription" },
    );
  }
  const phase = phaseOfSubscription(subscription);
  const schedule = store(engine, params, {
    customer: idOf(subscription.customer) ?? "",
    phases: [phase],
    end_behavior: subscription.cancel_at === phase.end_date ? "cancel" : "release",
    ...runningWith(subscription, phase),
  });
  engine.update(subscription, { schedule: schedule.id }, "customer.subscription.updated");
  return schedule;
}

function schedulePhases(engine: Engine, params: ScheduleParams): Stripe.SubscriptionSchedule {
  if (!params.customer) throw missing("customer");
  if (!params.phases?.length) throw missing("phases");
  const customer = engine.require("customer", params.customer, "customer");
  const given = params.start_date ?? params.phases[0]?.start_date;
  if (given === undefined) throw missing("start_date");
  const start = readDate(engine, given);
  if (start < engine.now) {
    throw invalidRequest("The `start_date` of a subscription schedule cannot be in the past.", {
      param: "start_date",
    });
  }
  const schedule = store(engine, params, {
    customer: customer.id,
    phases: readPhases(engine, params.phases, start),
    end_behavior: params.end_behavior ?? "release",
    status: "not_started",
    test_clock: idOf(customer.test_clock),
  });
  return start === engine.now ? startSchedule(engine, schedule) : schedule;
}

function store(
  engine: Engine,
  { metadata }: ScheduleParams,
  values: Partial<Stripe.SubscriptionSchedule>,
): Stripe.SubscriptionSchedule {
  const schedule = engine.create("subscription_schedule", {
    billing_mode: { flexible: { proration_discounts: "included" }, type: "flexible", updated_at: engine.now },
    default_settings: {
      application_fee_percent: null,
      billing_cycle_anchor: "automatic",
      billing_thresholds: null,
      collection_method: "charge_automatically",
      default_payment_method: null,
      description: null,
      invoice_settings: {
        account_tax_ids: null,
        custom_fields: null,
        days_until_due: null,
        description: null,
        footer: null,
        issuer: { type: "self" },
      },
      on_behalf_of: null,
      transfer_data: null,
    },
    metadata: mergeMetadata({}, metadata),
    ...values,
  });
  engine.emit("subscription_schedule.created", schedule);
  setScheduleTimers(engine, schedule);
  return schedule;
}

function runningWith(subscription: WireSubscription, phase: Phase): Partial<Stripe.SubscriptionSchedule> {
  return {
    billing_mode: subscription.billing_mode,
    current_phase: { start_date: phase.start_date, end_date: phase.end_date },
    status: "active",
    subscription: subscription.id,
    test_clock: idOf(subscription.test_clock),
  };
}

function missing(param: string) {
  return invalidRequest(`Missing required param: ${param}.`, { code: "parameter_missing", param });
}
