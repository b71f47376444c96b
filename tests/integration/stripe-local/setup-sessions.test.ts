import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { pay, submit, visit } from "./support/hosted-checkout";
import { refusal, startLocalStripe } from "./support/start-local-stripe";

const setupSession = (
  stripe: Stripe,
  params: Partial<Stripe.Checkout.SessionCreateParams> = {},
): Promise<Stripe.Checkout.Session> =>
  stripe.checkout.sessions.create({
    mode: "setup",
    currency: "usd",
    success_url: "https://shop.test/saved?session={CHECKOUT_SESSION_ID}",
    ...params,
  });

describe("checkout in setup mode (https://docs.stripe.com/payments/checkout/save-and-reuse)", () => {
  it("saves a card for the customer and takes no money", async () => {
    const { stripe } = await startLocalStripe();
    const customer = (await stripe.customers.create({ email: "mia@example.com" })).id;
    const session = await setupSession(stripe, {
      customer,
      setup_intent_data: { metadata: { plan: "pro" }, description: "for renewals" },
      payment_method_data: { allow_redisplay: "always" },
    });
    expect(session).toMatchObject({
      mode: "setup",
      amount_total: null,
      payment_status: "no_payment_required",
      payment_intent: null,
      status: "open",
    });
    expect((await visit(session.url!)).html).toMatch(/<button[^>]*>Save<\/button>/);
    expect((await pay(session)).location).toBe(`https://shop.test/saved?session=${session.id}`);
    const done = await stripe.checkout.sessions.retrieve(session.id, {
      expand: ["setup_intent.payment_method"],
    });
    expect(done).toMatchObject({
      status: "complete",
      customer,
      setup_intent: {
        id: session.setup_intent,
        status: "succeeded",
        metadata: { plan: "pro" },
        description: "for renewals",
        payment_method: { customer, allow_redisplay: "always", card: { last4: "4242" } },
      },
    });
    const types = (await stripe.events.list({ limit: 100 })).data.map(({ type }) => type).reverse();
    expect(types.slice(-3)).toEqual([
      "payment_method.attached",
      "setup_intent.succeeded",
      "checkout.session.completed",
    ]);
    expect((await stripe.charges.list()).data).toEqual([]);
  });

  it("stays open after a decline and after a failed 3-D Secure", async () => {
    const { stripe, url } = await startLocalStripe();
    const customer = (await stripe.customers.create({})).id;
    const session = await setupSession(stripe, { customer });
    expect((await pay(session, { number: "4000000000009995" })).alert).toBe(
      "Your card has insufficient funds.",
    );
    const step = await pay(session, { number: "4000002500003155" });
    expect(step.location).toMatch(/^\/authenticate\/seti_/);
    const refused = await submit(`${url}${step.location ?? ""}`, { result: "fail" });
    expect((await visit(`${url}${refused.location ?? ""}`)).alert).toContain("unable to authenticate");
    const again = await pay(session, { number: "4000002500003155" });
    const back = await submit(`${url}${again.location ?? ""}`, { result: "complete" });
    expect(back.location).toContain("https://shop.test/saved");
    expect((await stripe.customers.listPaymentMethods(customer)).data).toHaveLength(1);
    expect((await visit(session.url!)).html).toContain("Your card was saved");
  });

  it("creates the customer when told to", async () => {
    const { stripe } = await startLocalStripe();
    const session = await setupSession(stripe, { customer_creation: "always" });
    await pay(session);
    const done = await stripe.checkout.sessions.retrieve(session.id, {
      expand: ["customer", "setup_intent"],
    });
    const customer = done.customer as Stripe.Customer;
    expect(customer.email).toBe("mia@example.com");
    expect((done.setup_intent as Stripe.SetupIntent).customer).toBe(customer.id);
  });

  it("cancels the setup intent when it expires, and leaves its confirmation to the page [from knowledge]", async () => {
    const { stripe } = await startLocalStripe();
    const session = await setupSession(stripe);
    const id = session.setup_intent as string;
    const confirm = stripe.setupIntents.confirm(id, { payment_method: "pm_card_visa" });
    expect((await refusal(confirm)).message).toContain(session.id);
    await stripe.checkout.sessions.expire(session.id);
    expect((await stripe.setupIntents.retrieve(id)).status).toBe("canceled");
  });

  it.each([
    ["currency", { currency: undefined }],
    ["line_items", { line_items: [{ price: "price_1", quantity: 1 }] }],
    ["payment_intent_data", { payment_intent_data: { description: "x" } }],
  ])(
    "refuses a session that is wrong in %s (https://docs.stripe.com/api/checkout/sessions/create)",
    async (param, wrong) => {
      const { stripe } = await startLocalStripe();
      const params = wrong as Partial<Stripe.Checkout.SessionCreateParams>;
      expect(await refusal(setupSession(stripe, params))).toMatchObject({ statusCode: 400, param });
      expect((await stripe.setupIntents.list()).data).toEqual([]);
    },
  );
});
