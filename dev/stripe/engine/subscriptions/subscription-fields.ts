import type Stripe from "stripe";
import { invalidRequest, notImplemented } from "../../server/stripe-error";
import { type WireSubscription } from "../../store/object-types";
import { type Engine } from "../engine";
import { idOf, unset } from "../field-values";
import { mergeMetadata } from "../metadata";

/** Parameters that are kept as they are said, in creations and updates alike. */
export type FieldParams = Pick<
  Stripe.SubscriptionUpdateParams,
  | "collection_method"
  | "days_until_due"
  | "default_payment_method"
  | "description"
  | "metadata"
  | "payment_settings"
  | "trial_settings"
>;

export const FIELD_PARAMS = [
  "collection_method",
  "days_until_due",
  "default_payment_method",
  "description",
  "metadata",
  "payment_settings.payment_method_types",
  "payment_settings.save_default_payment_method",
  "trial_settings.end_behavior.missing_payment_method",
  "trial_settings.end_behavior.billing_cycle_anchor",
];

export function chosenFields(
  engine: Engine,
  current: WireSubscription,
  params: FieldParams,
): Partial<WireSubscription> {
  const changes: Partial<WireSubscription> = { metadata: mergeMetadata(current.metadata, params.metadata) };
  if (params.collection_method !== undefined) changes.collection_method = params.collection_method;
  if (params.description !== undefined) changes.description = unset(params.description);
  if (params.default_payment_method !== undefined) {
    changes.default_payment_method = ownMethod(engine, current, params.default_payment_method);
  }
  if (params.payment_settings !== undefined) {
    changes.payment_settings = paymentSettings(current, params.payment_settings);
  }
  if (params.trial_settings !== undefined) changes.trial_settings = trialSettings(params.trial_settings);
  return { ...changes, days_until_due: daysUntilDue({ ...current, ...changes }, params) };
}

/** Asked for with invoices that are sent, and meaningless with others. */
function daysUntilDue(subscription: WireSubscription, params: FieldParams): number | null {
  const sends = subscription.collection_method === "send_invoice";
  if (params.days_until_due !== undefined && !sends) {
    throw invalidRequest(
      "You can only set `days_until_due` if `collection_method` is set to `send_invoice`.",
      { param: "days_until_due" },
    );
  }
  if (!sends) return null;
  const days = params.days_until_due ?? subscription.days_until_due;
  if (days !== null) return days;
  throw invalidRequest(
    "You must provide `days_until_due` when `collection_method` is set to `send_invoice`.",
    { param: "days_until_due" },
  );
}

function ownMethod(engine: Engine, { customer }: WireSubscription, id: string): string | null {
  if (id === "") return null;
  const param = "default_payment_method";
  const method = engine.require("payment_method", id, param);
  if (idOf(method.customer) === idOf(customer)) return method.id;
  throw invalidRequest(
    `The customer does not have a payment method with the ID ${id}. The payment method must be attached to the customer.`,
    { code: "resource_missing", param },
  );
}

function paymentSettings(
  { payment_settings: current }: WireSubscription,
  params: Stripe.SubscriptionUpdateParams.PaymentSettings,
): Stripe.Subscription.PaymentSettings {
  const types = params.payment_method_types;
  if (types && types.some((type) => type !== "card")) {
    throw notImplemented("payment method types other than card");
  }
  return {
    payment_method_options: null,
    payment_method_types: types === undefined ? (current?.payment_method_types ?? null) : unset(types),
    save_default_payment_method:
      params.save_default_payment_method ?? current?.save_default_payment_method ?? "off",
  };
}

function trialSettings({
  end_behavior: end,
}: Stripe.SubscriptionUpdateParams.TrialSettings): Stripe.Subscription.TrialSettings {
  if (end.billing_cycle_anchor === "unchanged") {
    throw notImplemented("trial_settings[end_behavior][billing_cycle_anchor] unchanged");
  }
  return {
    end_behavior: {
      billing_cycle_anchor: end.billing_cycle_anchor ?? null,
      missing_payment_method: end.missing_payment_method ?? "create_invoice",
    },
  };
}
