import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { refusal, startLocalStripe } from "./support/start-local-stripe";

type Params = Stripe.BillingPortal.ConfigurationCreateParams;

describe("portal configurations (https://docs.stripe.com/api/customer_portal/configurations)", () => {
  it("has every feature off but those that are named, and changes only what is named", async () => {
    const { stripe } = await startLocalStripe();
    const created = await stripe.billingPortal.configurations.create({
      business_profile: { headline: "Acme", privacy_policy_url: "https://shop.test/privacy" },
      default_return_url: "https://shop.test/account",
      features: { subscription_cancel: { enabled: true, mode: "immediately" } },
      metadata: { a: "1" },
    });
    expect(created).toMatchObject({
      active: true,
      is_default: false,
      default_return_url: "https://shop.test/account",
      business_profile: { headline: "Acme", terms_of_service_url: null },
      features: {
        subscription_cancel: { enabled: true, mode: "immediately", proration_behavior: "none" },
        invoice_history: { enabled: false },
        customer_update: { enabled: false, allowed_updates: [] },
        subscription_update: { enabled: false },
      },
    });
    const updated = await stripe.billingPortal.configurations.update(created.id, {
      features: { invoice_history: { enabled: true }, subscription_cancel: { mode: "at_period_end" } },
      metadata: { b: "2" },
      default_return_url: "",
    });
    expect(updated).toMatchObject({
      default_return_url: null,
      metadata: { a: "1", b: "2" },
      business_profile: { headline: "Acme" },
      features: {
        subscription_cancel: { enabled: true, mode: "at_period_end" },
        invoice_history: { enabled: true },
      },
    });
    const types = (await stripe.events.list({ type: "billing_portal.*" })).data.map(({ type }) => type);
    expect(types).toEqual(["billing_portal.configuration.updated", "billing_portal.configuration.created"]);
  });

  it("offers plans only of recurring prices that belong to their product", async () => {
    const { stripe } = await startLocalStripe();
    const product = (await stripe.products.create({ name: "Pro" })).id;
    const recurring = { interval: "month" as const };
    const base = { currency: "usd", unit_amount: 1000, product };
    const price = await stripe.prices.create({ ...base, recurring });
    const once = await stripe.prices.create(base);
    const offer = (prices: string[] | undefined): Params => ({
      features: {
        subscription_update: {
          enabled: true,
          default_allowed_updates: ["price"],
          ...(prices ? { products: [{ product, prices }] } : {}),
        },
      },
    });
    const { configurations } = stripe.billingPortal;
    const made = await configurations.create(offer([price.id]));
    expect(made.features.subscription_update.products).toMatchObject([{ product, prices: [price.id] }]);
    const at = "features[subscription_update][products]";
    expect(await refusal(configurations.create(offer([once.id])))).toMatchObject({
      param: `${at}[0][prices][0]`,
    });
    const { id: other } = await stripe.products.create({ name: "Other" });
    const foreign = await stripe.prices.create({ ...base, product: other, recurring });
    expect(await refusal(configurations.create(offer([price.id, foreign.id])))).toMatchObject({
      param: `${at}[0][prices][1]`,
    });
    expect(await refusal(configurations.create(offer(undefined)))).toMatchObject({
      code: "parameter_missing",
      param: at,
    });
    expect((await configurations.list()).data).toHaveLength(1);
  });
});

describe("portal sessions (https://docs.stripe.com/api/customer_portal/sessions/create)", () => {
  it("uses the default configuration where none is named, and its return address", async () => {
    const { stripe } = await startLocalStripe();
    const customer = (await stripe.customers.create({})).id;
    const session = await stripe.billingPortal.sessions.create({
      customer,
      return_url: "https://shop.test/account",
      expand: ["configuration"],
    });
    expect(session).toMatchObject({
      customer,
      flow: null,
      return_url: "https://shop.test/account",
      configuration: { is_default: true, features: { subscription_cancel: { mode: "at_period_end" } } },
    });
    expect(session.url).toContain(`/p/session/${session.id}`);
    const again = await stripe.billingPortal.sessions.create({ customer });
    expect(again.configuration).toBe((session.configuration as Stripe.BillingPortal.Configuration).id);
    expect((await stripe.billingPortal.configurations.list({ is_default: true })).data).toHaveLength(1);
    const told = await stripe.events.list({ type: "billing_portal.session.created" });
    expect(told.data).toHaveLength(2);
  });

  it("refuses inactive configurations, strangers, and flows that are off", async () => {
    const { stripe } = await startLocalStripe();
    const customer = (await stripe.customers.create({})).id;
    const { configurations, sessions } = stripe.billingPortal;
    const { id: configuration } = await configurations.create({
      features: { invoice_history: { enabled: true } },
    });
    const flow_data = { type: "payment_method_update" as const };
    expect(await refusal(sessions.create({ customer, configuration, flow_data }))).toMatchObject({
      statusCode: 400,
      param: "flow_data[type]",
    });
    await configurations.update(configuration, { active: false });
    expect((await refusal(sessions.create({ customer, configuration }))).param).toBe("configuration");
    expect(await refusal(sessions.create({ customer: "cus_none" }))).toMatchObject({
      code: "resource_missing",
      param: "customer",
    });
  });
});
