import type Stripe from "stripe";
import { createConfiguration, updateConfiguration } from "../engine/portal/portal-configurations";
import { createPortalSession } from "../engine/portal/portal-sessions";
import { listPage, PAGING, type PagingParams } from "./list-route";
import { type Behaviour, route } from "./route";

const configurations = "/v1/billing_portal/configurations";

const CONFIGURATION = [
  "business_profile.headline",
  "business_profile.privacy_policy_url",
  "business_profile.terms_of_service_url",
  "default_return_url",
  "features.customer_update.allowed_updates",
  "features.customer_update.enabled",
  "features.invoice_history.enabled",
  "features.payment_method_update.enabled",
  "features.subscription_cancel.cancellation_reason.enabled",
  "features.subscription_cancel.cancellation_reason.options",
  "features.subscription_cancel.enabled",
  "features.subscription_cancel.mode",
  "features.subscription_cancel.proration_behavior",
  "features.subscription_update.default_allowed_updates",
  "features.subscription_update.enabled",
  "features.subscription_update.products.prices",
  "features.subscription_update.products.product",
  "features.subscription_update.proration_behavior",
  "features.subscription_update.schedule_at_period_end",
  "metadata",
  "name",
];

const FLOW = [
  "after_completion",
  "subscription_cancel.subscription",
  "subscription_update.subscription",
  "subscription_update_confirm.items.id",
  "subscription_update_confirm.items.price",
  "subscription_update_confirm.subscription",
  "type",
].map((field) => `flow_data.${field}`);

export const billingPortalRoutes: Behaviour[] = [
  route<Stripe.BillingPortal.ConfigurationCreateParams>(
    `POST ${configurations}`,
    CONFIGURATION,
    ({ engine, params }) => createConfiguration(engine, params),
  ),
  route(`GET ${configurations}/{id}`, [], ({ engine, id }) =>
    engine.require("billing_portal.configuration", id),
  ),
  route<Stripe.BillingPortal.ConfigurationUpdateParams>(
    `POST ${configurations}/{id}`,
    [...CONFIGURATION, "active"],
    ({ engine, params, id }) =>
      updateConfiguration(engine, engine.require("billing_portal.configuration", id), params),
  ),
  route<Stripe.BillingPortal.ConfigurationListParams & PagingParams>(
    `GET ${configurations}`,
    [...PAGING, "active", "is_default"],
    (call) => {
      const { active, is_default } = call.params;
      return listPage(call, "billing_portal.configuration", { where: { active, is_default } });
    },
  ),
  route<Stripe.BillingPortal.SessionCreateParams>(
    "POST /v1/billing_portal/sessions",
    ["configuration", "customer", ...FLOW, "locale", "return_url"],
    ({ engine, params }) => createPortalSession(engine, params),
  ),
];
