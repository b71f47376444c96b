import type Stripe from "stripe";
import { invalidRequest } from "../../server/stripe-error";
import { type Engine } from "../engine";
import { unset } from "../field-values";
import { checkHttpUrl } from "../http-url";
import { mergeMetadata } from "../metadata";
import { mergeFeatures, NO_FEATURES } from "./portal-features";

type Configuration = Stripe.BillingPortal.Configuration;

/** What customers may do in the portal. https://docs.stripe.com/api/customer_portal/configurations/create */
export function createConfiguration(
  engine: Engine,
  params: Stripe.BillingPortal.ConfigurationCreateParams,
): Configuration {
  checkHttpUrl(params.default_return_url, "default_return_url");
  const configuration = engine.create("billing_portal.configuration", {
    active: true,
    business_profile: mergeProfile(
      { headline: null, privacy_policy_url: null, terms_of_service_url: null },
      params.business_profile,
    ),
    default_return_url: params.default_return_url || null,
    features: mergeFeatures(engine, NO_FEATURES, params.features),
    is_default: false,
    login_page: { enabled: false, url: null },
    metadata: mergeMetadata({}, params.metadata),
    name: params.name || null,
    updated: engine.now,
  });
  engine.emit("billing_portal.configuration.created", configuration);
  return configuration;
}

export function updateConfiguration(
  engine: Engine,
  configuration: Configuration,
  params: Stripe.BillingPortal.ConfigurationUpdateParams,
): Configuration {
  if (params.active === false && configuration.is_default) {
    throw invalidRequest("You cannot deactivate the default configuration.", { param: "active" });
  }
  checkHttpUrl(params.default_return_url, "default_return_url");
  const changes: Partial<Configuration> = {
    business_profile: mergeProfile(configuration.business_profile, params.business_profile),
    features: mergeFeatures(engine, configuration.features, params.features),
    metadata: mergeMetadata(configuration.metadata ?? {}, params.metadata),
    updated: engine.now,
  };
  if (params.active !== undefined) changes.active = params.active;
  if (params.name !== undefined) changes.name = unset(params.name);
  if (params.default_return_url !== undefined) changes.default_return_url = unset(params.default_return_url);
  return engine.update(configuration, changes, "billing_portal.configuration.updated");
}

/**
 * The configuration of sessions that name none. At Stripe somebody saves it once in the Dashboard; here it is
 * there when it is first needed, with everything but plan changes, which need products.
 */
export function defaultConfiguration(engine: Engine): Configuration {
  const { data } = engine.store.objects.list("billing_portal.configuration", {
    where: { is_default: true },
    limit: 1,
  });
  const [existing] = data;
  if (existing) return existing;
  const created = createConfiguration(engine, {
    features: {
      customer_update: { allowed_updates: ["email", "name"], enabled: true },
      invoice_history: { enabled: true },
      payment_method_update: { enabled: true },
      subscription_cancel: { enabled: true },
    },
  });
  return engine.update(created, { is_default: true });
}

function mergeProfile(
  current: Configuration["business_profile"],
  params: Stripe.BillingPortal.ConfigurationUpdateParams.BusinessProfile = {},
): Configuration["business_profile"] {
  const entries = Object.entries(params).map(([field, value]) => [field, unset(value as string)]);
  return { ...current, ...Object.fromEntries(entries) } as Configuration["business_profile"];
}
