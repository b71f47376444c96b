import type Stripe from "stripe";
import { submit, visit, type PageAnswer } from "./hosted-checkout";
import { type Billing, startBilling } from "./start-billing";

export const RETURN_URL = "https://shop.test/account";

export interface Portal extends Billing {
  plans: { basic: string; pro: string };
  configuration: string;
  /** The path of a session of the portal, at its home page unless a flow is given. */
  open: (flow?: Stripe.BillingPortal.SessionCreateParams.FlowData) => Promise<string>;
  show: (path: string) => Promise<PageAnswer>;
  send: (path: string, fields?: Record<string, string>) => Promise<PageAnswer>;
}

/** A customer with a card and two plans to choose from, and a portal where everything is allowed. */
export async function openPortal(
  features: Partial<Stripe.BillingPortal.ConfigurationCreateParams.Features> = {},
): Promise<Portal> {
  const billing = await startBilling();
  const { stripe, customer, url } = billing;
  const plans = { basic: await billing.price("Basic", 1000), pro: await billing.price("Pro", 3000) };
  const products = await Promise.all(
    Object.values(plans).map(async (id) => {
      const price = await stripe.prices.retrieve(id);
      return { product: price.product as string, prices: [id] };
    }),
  );
  const { id: configuration } = await stripe.billingPortal.configurations.create({
    features: {
      customer_update: { enabled: true, allowed_updates: ["email", "name"] },
      invoice_history: { enabled: true },
      payment_method_update: { enabled: true },
      subscription_cancel: {
        enabled: true,
        cancellation_reason: { enabled: true, options: ["too_expensive", "unused"] },
      },
      subscription_update: {
        enabled: true,
        default_allowed_updates: ["price"],
        products,
        proration_behavior: "always_invoice",
      },
      ...features,
    },
  });
  return {
    ...billing,
    plans,
    configuration,
    open: async (flow_data) => {
      const session = await stripe.billingPortal.sessions.create({
        customer,
        configuration,
        return_url: RETURN_URL,
        ...(flow_data ? { flow_data } : {}),
      });
      return new URL(session.url).pathname;
    },
    show: (path) => visit(`${url}${path}`),
    send: (path, fields = {}) => submit(`${url}${path}`, fields),
  };
}
