import type Stripe from "stripe";
import { invalidRequest, notImplemented } from "../../server/stripe-error";
import { type Engine } from "../engine";

export type Features = Stripe.BillingPortal.Configuration.Features;
export type FeatureParams = Stripe.BillingPortal.ConfigurationUpdateParams.Features;

const REASONS = [
  "customer_service",
  "low_quality",
  "missing_features",
  "other",
  "switched_service",
  "too_complex",
  "too_expensive",
  "unused",
];

/** Everything off, as a configuration that names no feature has it. */
export const NO_FEATURES: Features = {
  customer_update: { allowed_updates: [], enabled: false },
  invoice_history: { enabled: false },
  payment_method_update: { enabled: false, payment_method_configuration: null },
  subscription_cancel: {
    cancellation_reason: { enabled: false, feedback_options: null, options: REASONS },
    enabled: false,
    mode: "at_period_end",
    proration_behavior: "none",
  },
  subscription_pause: { duration: { interval_options: [], type: "indefinite" }, enabled: false },
  subscription_update: {
    billing_cycle_anchor: null,
    default_allowed_updates: [],
    enabled: false,
    products: [],
    proration_behavior: "none",
    schedule_at_period_end: { conditions: [] },
    trial_update_behavior: "end_trial",
  },
};

/** Each feature that is named changes in what is named of it. https://docs.stripe.com/api/customer_portal/configurations */
export function mergeFeatures(engine: Engine, current: Features, params: FeatureParams = {}): Features {
  const merged: Features = {
    ...current,
    customer_update: mergeCustomerUpdate(current.customer_update, params.customer_update),
    invoice_history: { ...current.invoice_history, ...params.invoice_history },
    payment_method_update: {
      ...current.payment_method_update,
      enabled: params.payment_method_update?.enabled ?? current.payment_method_update.enabled,
    },
    subscription_cancel: mergeCancel(current.subscription_cancel, params.subscription_cancel),
    subscription_update: mergeUpdate(current.subscription_update, params.subscription_update),
  };
  checkUpdates(engine, merged);
  return merged;
}

function mergeCustomerUpdate(
  current: Features["customer_update"],
  params: FeatureParams["customer_update"] = {},
): Features["customer_update"] {
  const { allowed_updates: updates, enabled = current.enabled } = params;
  return { allowed_updates: updates === undefined ? current.allowed_updates : updates || [], enabled };
}

function mergeCancel(
  current: Features["subscription_cancel"],
  { cancellation_reason: reason, ...params }: FeatureParams["subscription_cancel"] = {},
): Features["subscription_cancel"] {
  const changed = {
    ...current.cancellation_reason,
    ...(reason ? { enabled: reason.enabled, options: reason.options || [] } : {}),
  };
  return { ...current, ...params, cancellation_reason: changed };
}

function mergeUpdate(
  current: Features["subscription_update"],
  params: FeatureParams["subscription_update"] = {},
): Features["subscription_update"] {
  const { default_allowed_updates: updates, products, ...rest } = params;
  return {
    ...current,
    ...(rest.enabled === undefined ? {} : { enabled: rest.enabled }),
    ...(rest.proration_behavior === undefined ? {} : { proration_behavior: rest.proration_behavior }),
    ...(rest.schedule_at_period_end === undefined
      ? {}
      : { schedule_at_period_end: { conditions: rest.schedule_at_period_end.conditions || [] } }),
    ...(updates === undefined ? {} : { default_allowed_updates: updates || [] }),
    ...(products === undefined ? {} : { products: (products || []).map(withFixedQuantity) }),
  };
}

function withFixedQuantity(product: {
  prices: string[];
  product: string;
}): Stripe.BillingPortal.Configuration.Features.SubscriptionUpdate.Product {
  return {
    prices: product.prices,
    product: product.product,
    adjustable_quantity: { enabled: false, maximum: null, minimum: 1 },
  };
}

function checkUpdates(engine: Engine, { customer_update, subscription_update: update }: Features): void {
  refuseFormless("customer_update", customer_update.allowed_updates, ["email", "name", "phone"]);
  refuseFormless("subscription_update", update.default_allowed_updates, ["price"]);
  const at = "features[subscription_update]";
  if (customer_update.enabled && customer_update.allowed_updates.length === 0) {
    throw missing("features[customer_update][allowed_updates]");
  }
  if (!update.enabled) return;
  if (update.default_allowed_updates.length === 0) throw missing(`${at}[default_allowed_updates]`);
  if (!update.products?.length) throw missing(`${at}[products]`);
  for (const [index, { product, prices }] of update.products.entries()) {
    const param = `${at}[products][${index}]`;
    engine.require("product", product, `${param}[product]`);
    for (const [place, id] of prices.entries())
      checkPrice(engine, { id, product }, `${param}[prices][${place}]`);
  }
}

function checkPrice(engine: Engine, { id, product }: { id: string; product: string }, param: string): void {
  const price = engine.require("price", id, param);
  if (price.product !== product) {
    throw invalidRequest(`The price ${id} does not belong to the product ${product}.`, { param });
  }
  if (!price.recurring) throw invalidRequest(`The price ${id} is not recurring.`, { param });
}

/** What the pages have no form for must not look allowed. */
function refuseFormless(feature: string, wanted: string[], known: string[]): void {
  const formless = wanted.find((update) => !known.includes(update));
  if (formless) throw notImplemented(`the update of ${formless} by ${feature} in the portal`);
}

function missing(param: string) {
  return invalidRequest(`Missing required param: ${param}.`, { code: "parameter_missing", param });
}
