import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { pay, submit, visit } from "./support/hosted-checkout";
import { at, day, startBilling, type Billing } from "./support/start-billing";
import { refusal } from "./support/start-local-stripe";

const documented = "https://docs.stripe.com/payments/checkout/build-subscriptions";

type Params = Partial<Stripe.Checkout.SessionCreateParams>;

async function shop(params: Params = {}) {
  const billing = await startBilling("2030-01-31", { card: null });
  const price = await billing.price("Basic", 5000);
  return { ...billing, price, session: await open(billing, price, params) };
}

const open = ({ stripe, customer }: Billing, price: string, params: Params = {}) =>
  stripe.checkout.sessions.create({
    mode: "subscription",
    customer,
    success_url: "https://shop.test/thanks",
    cancel_url: "https://shop.test/plans",
    line_items: [{ price, quantity: 1 }],
    ...params,
  });

const complete = (stripe: Stripe, id: string) =>
  stripe.checkout.sessions.retrieve(id, { expand: ["subscription", "invoice"] });

describe(`checkout in subscription mode (${documented})`, () => {
  it("starts the subscription, pays its first invoice and keeps the card for the next ones", async () => {
    const { stripe, session, customer, advance, invoices } = await shop({
      subscription_data: { metadata: { plan: "basic" } },
      client_reference_id: "u1",
    });
    expect(session).toMatchObject({ mode: "subscription", amount_total: 5000, payment_status: "unpaid" });
    expect((await visit(session.url!)).html).toContain("$50.00 per month");
    expect((await pay(session)).location).toBe("https://shop.test/thanks");
    const done = await complete(stripe, session.id);
    expect(done).toMatchObject({
      ...{ status: "complete", payment_status: "paid", payment_intent: null, client_reference_id: "u1" },
      invoice: { status: "paid", billing_reason: "subscription_create", amount_paid: 5000 },
      subscription: { status: "active", customer, metadata: { plan: "basic" } },
    });
    const { id, default_payment_method: method } = done.subscription as Stripe.Subscription;
    expect((await stripe.paymentMethods.retrieve(method as string)).customer).toBe(customer);
    await advance("2030-03-01");
    expect((await invoices(id)).map(({ status, created }) => [status, day(created)])).toEqual([
      ["paid", "2030-01-31"],
      ["paid", "2030-02-28"],
    ]);
  });

  it("tells of the subscription before it tells of the session", async () => {
    const { stripe, session, told } = await shop();
    await pay(session);
    const types = await told("");
    const order = ["payment_intent.succeeded", "invoice.paid", "customer.subscription.created"];
    expect(types.filter((type) => order.includes(type))).toEqual(order);
    expect(types.at(-1)).toBe("checkout.session.completed");
    const [event] = (await stripe.events.list({ type: "customer.subscription.created" })).data;
    expect(event?.data.object).toMatchObject({ status: "active" });
  });

  it("leaves nothing but a failed payment after a declined card, and keeps the page open (https://docs.stripe.com/changelog/basil/2025-03-31/checkout-legacy-subscription-upgrade)", async () => {
    const { stripe, session, customer, told } = await shop();
    const refused = await pay(session, { number: "4000000000000002" });
    expect(refused.alert).toContain("declined");
    expect(await stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
      ...{ status: "open", subscription: null, payment_intent: null },
    });
    expect((await stripe.subscriptions.list({ customer, status: "all" })).data).toEqual([]);
    expect((await stripe.invoices.list({ customer })).data).toEqual([]);
    expect((await stripe.customers.retrieve(customer)) as Stripe.Customer).toMatchObject({
      delinquent: false,
    });
    expect(await told("payment_intent.")).toEqual([
      "payment_intent.created",
      "payment_intent.payment_failed",
    ]);
    await pay(session);
    const all = (await stripe.subscriptions.list({ customer, status: "all" })).data;
    expect(all.map(({ status }) => status)).toEqual(["active"]);
    const charges = (await stripe.charges.list({ customer })).data;
    expect(charges.map(({ status }) => status)).toEqual(["succeeded", "failed"]);
    expect((await stripe.paymentIntents.list({ customer })).data).toHaveLength(1);
  });

  it("makes no customer of a buyer whose card is refused", async () => {
    const billing = await startBilling();
    const { stripe } = billing;
    const price = await billing.price("Basic", 5000);
    const session = await stripe.checkout.sessions.create({
      ...{ mode: "subscription", success_url: "https://shop.test/thanks" },
      line_items: [{ price, quantity: 1 }],
    });
    await pay(session, { number: "4000000000000002" });
    expect((await stripe.customers.list()).data).toHaveLength(1);
    expect((await stripe.checkout.sessions.retrieve(session.id)).customer).toBeNull();
  });

  it("charges what a customer's credit leaves", async () => {
    const { stripe, session, customer } = await shop();
    await stripe.customers.update(customer, { balance: -1500 });
    await pay(session);
    const { invoice } = await complete(stripe, session.id);
    expect(invoice).toMatchObject({ total: 5000, amount_due: 3500, amount_paid: 3500, status: "paid" });
    expect((await stripe.charges.list({ customer })).data).toMatchObject([{ amount: 3500 }]);
  });

  it("asks for 3-D Secure, and subscribes once it was passed", async () => {
    const { stripe, session } = await shop();
    const step = await pay(session, { number: "4000000000003220" });
    expect(step.location).toMatch(/^\/authenticate\/pi_/);
    const base = new URL(session.url!).origin;
    const failed = await submit(base + step.location!, { result: "fail" });
    expect(failed.location).toContain(`/c/pay/${session.id}?retry=1`);
    const retry = await visit(base + failed.location!);
    expect(retry.alert).toContain("unable to authenticate your payment method");
    const again = await pay(session, { number: "4000000000003220" });
    const passed = await submit(base + again.location!, { result: "complete" });
    expect(passed.location).toBe("https://shop.test/thanks");
    expect(await complete(stripe, session.id)).toMatchObject({
      ...{ status: "complete", payment_status: "paid", subscription: { status: "active" } },
    });
  });

  it("takes a card but no money for a trial", async () => {
    const { stripe, session, customer, advance, invoices } = await shop({
      subscription_data: { trial_period_days: 14 },
    });
    expect(session.amount_total).toBe(0);
    const page = (await visit(session.url!)).html.replaceAll(/<!-- -->/g, "");
    expect(page).toMatch(/Free until February 14, 2030[^<]*then \$50\.00 per month/);
    await pay(session);
    const done = await complete(stripe, session.id);
    const subscription = done.subscription as Stripe.Subscription;
    expect(done.payment_status).toBe("no_payment_required");
    expect(subscription.status).toBe("trialing");
    expect((await stripe.charges.list({ customer })).data).toEqual([]);
    await advance("2030-02-15");
    expect((await invoices(subscription.id)).map(({ amount_paid: paid }) => paid)).toEqual([0, 5000]);
  });

  it("asks for no card where the shop needs none for a trial", async () => {
    const { stripe, session } = await shop({
      subscription_data: {
        trial_period_days: 14,
        trial_settings: { end_behavior: { missing_payment_method: "cancel" } },
      },
      payment_method_collection: "if_required",
    });
    expect((await visit(session.url!)).html).not.toContain("Card number");
    await submit(session.url!, { email: "mia@example.com" });
    const { subscription } = await complete(stripe, session.id);
    expect(subscription).toMatchObject({ status: "trialing", default_payment_method: null });
  });

  it("puts what is sold once on the first invoice", async () => {
    const billing = await startBilling("2030-01-31", { card: null });
    const { stripe } = billing;
    const session = await open(billing, await billing.price("Basic", 5000), {
      line_items: [
        { price: await billing.price("Pro", 9000), quantity: 2 },
        {
          quantity: 1,
          price_data: { currency: "usd", unit_amount: 700, product_data: { name: "Setup" } },
        },
      ],
    });
    expect(session.amount_total).toBe(18_700);
    await pay(session);
    const { invoice, subscription } = await complete(stripe, session.id);
    expect(invoice).toMatchObject({ amount_paid: 18_700 });
    expect((subscription as Stripe.Subscription).items.data).toMatchObject([{ quantity: 2 }]);
  });

  it("makes a customer for a buyer that the shop does not know", async () => {
    const billing = await startBilling();
    const { stripe } = billing;
    const price = await billing.price("Basic", 5000);
    const session = await stripe.checkout.sessions.create({
      ...{ mode: "subscription", success_url: "https://shop.test/thanks" },
      line_items: [{ price, quantity: 1 }],
    });
    await pay(session, { email: "new@example.com" });
    const { customer } = await stripe.checkout.sessions.retrieve(session.id, { expand: ["customer"] });
    expect(customer).toMatchObject({ email: "new@example.com" });
  });

  it("sells the price that was agreed, though it was archived since", async () => {
    const { stripe, session, price } = await shop();
    await stripe.prices.update(price, { active: false });
    await pay(session);
    expect((await complete(stripe, session.id)).status).toBe("complete");
  });

  it("cancels what was to be paid when the session expires", async () => {
    const { stripe, session, customer } = await shop();
    await pay(session, { number: "4000000000000002" });
    await stripe.checkout.sessions.expire(session.id);
    const [intent] = (await stripe.paymentIntents.list({ customer })).data;
    expect(intent?.status).toBe("canceled");
  });

  it.each([
    ["no recurring price", { line_items: [oneTime()] }, "line_items"],
    ["payment_intent_data", { payment_intent_data: { description: "x" } }, "payment_intent_data"],
    ["customer_creation", { customer_creation: "always" }, "customer_creation"],
    ["a trial that has ended", { subscription_data: { trial_end: at("2029-01-01") } }, "trial_end"],
  ] as [string, Params, string][])("refuses %s", async (_, params, param) => {
    const billing = await startBilling();
    const price = await billing.price("Basic");
    const { customer: _known, ...rest } = { customer: billing.customer, ...params };
    const error = await refusal(open(billing, price, rest));
    expect(error).toMatchObject({ statusCode: 400, param });
  });
});

function oneTime() {
  return { quantity: 1, price_data: { currency: "usd", unit_amount: 700, product_data: { name: "Setup" } } };
}
