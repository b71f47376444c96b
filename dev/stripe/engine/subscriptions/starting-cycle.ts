import type Stripe from "stripe";
import { invalidRequest } from "../../server/stripe-error";
import { type WireSubscription } from "../../store/object-types";
import { type Engine } from "../engine";
import { addIntervals } from "../intervals";
import { anchorOfConfig, type CycleTerms, intervalOf } from "./billing-cycle";

const DAY = 24 * 60 * 60;
const LONGEST_TRIAL = 730 * DAY;

export type CycleParams = Pick<
  Stripe.SubscriptionCreateParams,
  "billing_cycle_anchor" | "billing_cycle_anchor_config" | "trial_end" | "trial_period_days"
>;

type StartingCycle = Pick<
  WireSubscription,
  "billing_cycle_anchor" | "billing_cycle_anchor_config" | "trial_end" | "trial_start"
>;

/** When a new subscription's trial ends, and from where its periods are counted. */
export function startingCycle(
  engine: Engine,
  items: CycleTerms["items"],
  params: CycleParams,
): StartingCycle {
  const trialEnd = trialEndOf(engine, params);
  const trial = { trial_end: trialEnd, trial_start: trialEnd === null ? null : engine.now };
  const config = configOf(params);
  const anchor = config ? anchorOfConfig(config, trialEnd ?? engine.now) : params.billing_cycle_anchor;
  const start = trialEnd ?? engine.now;
  if (anchor === undefined) {
    return { ...trial, billing_cycle_anchor: start, billing_cycle_anchor_config: null };
  }
  checkAnchor(engine, anchor, { start, items });
  return { ...trial, billing_cycle_anchor: anchor, billing_cycle_anchor_config: config };
}

/** Refuses a trial that would end in the past, or later than Stripe lets it. */
export function checkTrialEnd(engine: Engine, trialEnd: number): number {
  if (trialEnd <= engine.now) {
    throw invalidRequest("Invalid timestamp: must be an integer Unix timestamp in the future.", {
      param: "trial_end",
    });
  }
  if (trialEnd <= engine.now + LONGEST_TRIAL) return trialEnd;
  throw invalidRequest("Invalid timestamp: can be no more than two years in the future.", {
    param: "trial_end",
  });
}

function trialEndOf(engine: Engine, { trial_end: end, trial_period_days: days }: CycleParams): number | null {
  if (end !== undefined && days !== undefined) {
    throw invalidRequest("You may only specify one of these parameters: trial_end, trial_period_days.", {
      code: "parameters_exclusive",
    });
  }
  if (typeof end === "number") return checkTrialEnd(engine, end);
  if (days === undefined || end === "now") return null;
  if (days < 1 || days * DAY > LONGEST_TRIAL) {
    throw invalidRequest("The trial period must be between 1 and 730 days.", {
      code: "parameter_invalid_integer",
      param: "trial_period_days",
    });
  }
  return engine.now + days * DAY;
}

function configOf(params: CycleParams): WireSubscription["billing_cycle_anchor_config"] {
  const { billing_cycle_anchor: anchor, billing_cycle_anchor_config: config } = params;
  if (!config) return null;
  if (anchor !== undefined) {
    throw invalidRequest(
      "You may only specify one of these parameters: billing_cycle_anchor, billing_cycle_anchor_config.",
      { code: "parameters_exclusive" },
    );
  }
  const { day_of_month: day, hour = null, minute = null, month = null, second = null } = config;
  return { day_of_month: day, hour, minute, month, second };
}

/** https://docs.stripe.com/billing/subscriptions/billing-cycle#new */
function checkAnchor(
  engine: Engine,
  anchor: number,
  { start, items }: { start: number; items: CycleTerms["items"] },
): void {
  const param = "billing_cycle_anchor";
  if (anchor <= engine.now) {
    throw invalidRequest("Invalid timestamp: must be an integer Unix timestamp in the future.", { param });
  }
  const every = intervalOf({
    billing_cycle_anchor: anchor,
    billing_cycle_anchor_config: null,
    cancel_at: null,
    trial_end: null,
    items,
  });
  const natural = addIntervals(start, every, 1);
  if (anchor <= natural) return;
  throw invalidRequest(
    `\`billing_cycle_anchor\` cannot be later than next natural billing date (${natural}) for plan`,
    { param },
  );
}
