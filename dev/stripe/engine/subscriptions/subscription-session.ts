import type Stripe from "stripe";
import { invalidRequest } from "../../server/stripe-error";
import { type WireLineItem } from "../../store/object-types";
import { type SessionParams } from "../session-terms";
import { type Engine } from "../engine";
import { checkTrialEnd } from "./starting-cycle";

const DAY = 24 * 60 * 60;
const FOREIGN = ["payment_intent_data", "customer_creation", "submit_type", "setup_intent_data"] as const;

/** Refuses what belongs to the other modes. https://docs.stripe.com/api/checkout/sessions/create */
export function checkSubscriptionParams(params: SessionParams): void {
  for (const param of FOREIGN) {
    if (params[param] !== undefined)
      throw invalidRequest(`You can not pass \`${param}\` in \`subscription\` mode.`, { param });
  }
}

type Item = Pick<WireLineItem, "price"> & Pick<WireLineItem, "amount_subtotal" | "amount_total">;

/** What is due today: in a trial, nothing for what recurs. */
export function firstAmounts<T extends Item>(engine: Engine, items: T[], params: SessionParams): T[] {
  if (!items.some(({ price }) => price?.recurring)) {
    throw invalidRequest(
      "You must provide at least one recurring price in `subscription` mode when using prices.",
      { param: "line_items" },
    );
  }
  const data = params.subscription_data;
  if (typeof data?.trial_end === "number") checkTrialEnd(engine, data.trial_end);
  if (trialEndOf(engine, data) === null) return items;
  return items.map((item) =>
    item.price?.recurring ? { ...item, amount_subtotal: 0, amount_total: 0 } : item,
  );
}

/** When the trial that a session offers would end, were it begun now; null without one. */
export function trialEndOf(engine: Engine, data: SessionParams["subscription_data"]): number | null {
  if (typeof data?.trial_end === "number") return data.trial_end > engine.now ? data.trial_end : null;
  return data?.trial_period_days === undefined ? null : engine.now + data.trial_period_days * DAY;
}

/** What a session in subscription mode shows besides its amounts. */
export function subscriptionFields(params: SessionParams): Partial<Stripe.Checkout.Session> {
  return {
    customer_creation: null,
    mode: "subscription",
    payment_method_collection: params.payment_method_collection ?? "always",
  };
}
