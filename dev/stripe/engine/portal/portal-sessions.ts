import type Stripe from "stripe";
import { invalidRequest } from "../../server/stripe-error";
import { OBJECT_KINDS } from "../../store/object-types";
import { type Engine } from "../engine";
import { checkHttpUrl } from "../http-url";
import { newId } from "../ids";
import { defaultConfiguration } from "./portal-configurations";
import { readFlow } from "./portal-flows";

/** A customer's way into the portal. https://docs.stripe.com/api/customer_portal/sessions/create */
export function createPortalSession(
  engine: Engine,
  params: Stripe.BillingPortal.SessionCreateParams,
): Stripe.BillingPortal.Session {
  if (!params.customer) {
    throw invalidRequest("Missing required param: customer.", {
      code: "parameter_missing",
      param: "customer",
    });
  }
  const customer = engine.require("customer", params.customer, "customer").id;
  checkHttpUrl(params.return_url, "return_url");
  const configuration = params.configuration
    ? engine.require("billing_portal.configuration", params.configuration, "configuration")
    : defaultConfiguration(engine);
  if (!configuration.active) {
    throw invalidRequest(`The configuration ${configuration.id} is not active.`, { param: "configuration" });
  }
  const { features } = configuration;
  const id = newId(OBJECT_KINDS["billing_portal.session"].prefix);
  const session = engine.create("billing_portal.session", {
    id,
    configuration: configuration.id,
    customer,
    flow: params.flow_data ? readFlow(engine, params.flow_data, { customer, features }) : null,
    locale: params.locale ?? null,
    return_url: params.return_url ?? configuration.default_return_url,
    url: engine.pageUrl(`/p/session/${id}`),
  });
  engine.emit("billing_portal.session.created", session);
  return session;
}
