import type Stripe from "stripe";
import { defaultObject } from "../../contract/default-object";
import { notImplemented } from "../../server/stripe-error";
import { type WireSubscription, type WireSubscriptionItem } from "../../store/object-types";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { NO_DETAILS } from "./cancellation-params";
import { type CreateParams } from "./create-params";
import { type startingCycle } from "./starting-cycle";
import { chosenFields } from "./subscription-fields";
import { itemList } from "./subscription-items";

interface NewSubscription {
  id: string;
  customer: Stripe.Customer;
  items: WireSubscriptionItem[];
  cycle: ReturnType<typeof startingCycle>;
  params: CreateParams;
}

/** A subscription that nothing has happened to yet. */
export function newSubscription(
  engine: Engine,
  { id, customer, items, cycle, params }: NewSubscription,
): WireSubscription {
  const empty = defaultObject(engine.contract, "subscription") as unknown as WireSubscription;
  const draft: WireSubscription = {
    ...empty,
    ...cycle,
    id,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null },
    billing_mode: billingMode(engine, params.billing_mode),
    cancellation_details: NO_DETAILS,
    collection_method: "charge_automatically",
    created: engine.now,
    currency: items[0]?.price.currency ?? "usd",
    customer: customer.id,
    default_tax_rates: [],
    invoice_settings: {
      account_tax_ids: null,
      custom_fields: null,
      description: null,
      footer: null,
      issuer: { type: "self" },
    },
    items: itemList(id, items),
    payment_settings: {
      payment_method_options: null,
      payment_method_types: null,
      save_default_payment_method: "off",
    },
    start_date: engine.now,
    status: "incomplete",
    test_clock: idOf(customer.test_clock),
    trial_settings: {
      end_behavior: { billing_cycle_anchor: null, missing_payment_method: "create_invoice" },
    },
  };
  return { ...draft, ...chosenFields(engine, draft, params) };
}

/** https://docs.stripe.com/billing/subscriptions/billing-mode */
function billingMode(
  engine: Engine,
  params: Stripe.SubscriptionCreateParams.BillingMode | undefined,
): WireSubscription["billing_mode"] {
  if (params?.type === "classic") return { flexible: null, type: "classic" };
  if (params?.flexible?.proration_discounts === "itemized") {
    throw notImplemented("billing_mode[flexible][proration_discounts] itemized");
  }
  return { flexible: { proration_discounts: "included" }, type: "flexible", updated_at: engine.now };
}
