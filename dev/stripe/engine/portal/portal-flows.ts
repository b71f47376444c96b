import type Stripe from "stripe";
import { invalidRequest } from "../../server/stripe-error";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { checkHttpUrl } from "../http-url";
import { type Features } from "./portal-features";

type Flow = Stripe.BillingPortal.Session.Flow;
type FlowParams = Stripe.BillingPortal.SessionCreateParams.FlowData;

interface Wanted {
  customer: string;
  features: Features;
}

const NEEDS: Record<string, [feature: keyof Features, words: string]> = {
  customer_update: ["customer_update", "customer update"],
  payment_method_update: ["payment_method_update", "payment method update"],
  subscription_cancel: ["subscription_cancel", "subscription cancel"],
  subscription_update: ["subscription_update", "subscription update"],
  subscription_update_confirm: ["subscription_update", "subscription update"],
};

/** One thing to do in the portal, instead of its home page. https://docs.stripe.com/customer-management/portal-deep-links */
export function readFlow(engine: Engine, params: FlowParams, { customer, features }: Wanted): Flow {
  const [feature, words] = NEEDS[params.type] ?? [];
  if (!feature || !features[feature].enabled) {
    throw invalidRequest(
      `The ${words ?? params.type} feature is disabled in the portal configuration, so this flow cannot be used.`,
      { param: "flow_data[type]" },
    );
  }
  const flow: Flow = {
    after_completion: afterCompletion(params),
    customer_update: params.type === "customer_update" ? {} : null,
    subscription_cancel: null,
    subscription_pause: null,
    subscription_update: null,
    subscription_update_confirm: null,
    type: params.type,
  };
  return { ...flow, ...subscriptionPart(engine, params, customer) };
}

function subscriptionPart(engine: Engine, params: FlowParams, customer: string): Partial<Flow> {
  switch (params.type) {
    case "subscription_cancel": {
      const subscription = ownSubscription(engine, params.subscription_cancel?.subscription, {
        customer,
        type: params.type,
      });
      return { subscription_cancel: { retention: null, subscription } };
    }
    case "subscription_update": {
      const subscription = ownSubscription(engine, params.subscription_update?.subscription, {
        customer,
        type: params.type,
      });
      return { subscription_update: { subscription } };
    }
    case "subscription_update_confirm": {
      const { items = [], subscription: id } = params.subscription_update_confirm ?? {};
      const subscription = ownSubscription(engine, id, { customer, type: params.type });
      const [item] = items;
      if (!item?.price || items.length > 1) {
        throw invalidRequest("Exactly one item with a new price can be confirmed.", {
          param: "flow_data[subscription_update_confirm][items]",
        });
      }
      engine.require("subscription_item", item.id, "flow_data[subscription_update_confirm][items][0][id]");
      engine.require("price", item.price, "flow_data[subscription_update_confirm][items][0][price]");
      const confirmed = { id: item.id, price: item.price };
      return { subscription_update_confirm: { discounts: null, items: [confirmed], subscription } };
    }
    default:
      return {};
  }
}

function ownSubscription(
  engine: Engine,
  id: string | undefined,
  { customer, type }: { customer: string; type: string },
): string {
  const param = `flow_data[${type}][subscription]`;
  if (!id) throw invalidRequest(`Missing required param: ${param}.`, { code: "parameter_missing", param });
  const subscription = engine.require("subscription", id, param);
  if (idOf(subscription.customer) !== customer) {
    throw invalidRequest(`The subscription ${id} does not belong to the customer ${customer}.`, { param });
  }
  if (subscription.status === "canceled" || subscription.status === "incomplete_expired") {
    throw invalidRequest(`The subscription ${id} has ended and cannot be changed.`, { param });
  }
  return id;
}

function afterCompletion({ after_completion: after }: FlowParams): Flow["after_completion"] {
  if (!after) return { hosted_confirmation: null, redirect: null, type: "portal_homepage" };
  checkHttpUrl(after.redirect?.return_url, "flow_data[after_completion][redirect][return_url]");
  return {
    hosted_confirmation: after.hosted_confirmation
      ? { custom_message: after.hosted_confirmation.custom_message ?? null }
      : null,
    redirect: after.redirect ?? null,
    type: after.type,
  };
}
