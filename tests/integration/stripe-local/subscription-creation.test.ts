import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { at, day, giveCard, idOf, startBilling } from "./support/start-billing";
import { refusal } from "./support/start-local-stripe";

const declined = "pm_card_chargeCustomerFail";

async function intentOf(
  stripe: Stripe,
  { latest_invoice: id }: Stripe.Subscription,
): Promise<Stripe.PaymentIntent> {
  const { data } = await stripe.invoicePayments.list({
    invoice: idOf(id),
    expand: ["data.payment.payment_intent"],
  });
  return data[0]?.payment.payment_intent as Stripe.PaymentIntent;
}

describe("the first payment", () => {
  it("may fail: allow_incomplete leaves the subscription incomplete and its invoice open (https://docs.stripe.com/billing/subscriptions/overview#payment-status)", async () => {
    const { stripe, price, subscribe } = await startBilling("2030-01-15", { card: declined });
    const subscription = await subscribe(await price("Gold"));
    expect(subscription.status).toBe("incomplete");
    expect(await stripe.invoices.retrieve(idOf(subscription.latest_invoice))).toMatchObject({
      status: "open",
      attempt_count: 1,
      next_payment_attempt: null,
    });
    expect((await intentOf(stripe, subscription)).status).toBe("requires_payment_method");
  });

  it("is left to the client by default_incomplete, and activates the subscription once confirmed (https://docs.stripe.com/billing/subscriptions/build-subscriptions)", async () => {
    const { stripe, customer, price, subscribe, subscription, told } = await startBilling("2030-01-15", {
      card: null,
    });
    const created = await subscribe(await price("Gold"), {
      payment_behavior: "default_incomplete",
      payment_settings: { save_default_payment_method: "on_subscription" },
      expand: ["latest_invoice.confirmation_secret"],
    });
    const invoice = created.latest_invoice as Stripe.Invoice;
    expect([created.status, invoice.status]).toEqual(["incomplete", "open"]);
    const intent = await intentOf(stripe, { ...created, latest_invoice: invoice.id });
    expect(invoice.confirmation_secret?.client_secret).toBe(intent.client_secret);
    const method = await stripe.paymentMethods.attach("pm_card_visa", { customer });
    await stripe.paymentIntents.confirm(intent.id, {
      payment_method: method.id,
      return_url: "https://shop.test",
    });
    expect(await subscription(created.id)).toMatchObject({
      status: "active",
      default_payment_method: method.id,
    });
    expect(await told()).toEqual(["customer.subscription.created", "customer.subscription.updated"]);
  });

  it("refuses the whole call with error_if_incomplete, and leaves nothing behind (https://docs.stripe.com/api/subscriptions/create#create_subscription-payment_behavior)", async () => {
    const { stripe, customer, price, subscribe } = await startBilling("2030-01-15", { card: declined });
    const gold = await price("Gold");
    const error = await refusal(subscribe(gold, { payment_behavior: "error_if_incomplete" }));
    expect(error).toMatchObject({ statusCode: 402, type: "StripeCardError", code: "card_declined" });
    await giveCard(stripe, customer, "pm_card_authenticationRequired");
    const other = await refusal(subscribe(gold, { payment_behavior: "error_if_incomplete" }));
    expect(other).toMatchObject({ statusCode: 402, code: "subscription_payment_intent_requires_action" });
    expect((await stripe.subscriptions.list({ status: "all" })).data).toEqual([]);
    expect((await stripe.invoices.list()).data).toEqual([]);
  });

  it("needs a method where one is charged (https://docs.stripe.com/billing/subscriptions/payment-methods-setting)", async () => {
    const { stripe, price, subscribe } = await startBilling("2030-01-15", { card: null });
    const error = await refusal(subscribe(await price("Gold")));
    expect(error).toMatchObject({ statusCode: 400, code: "resource_missing" });
    expect((await stripe.subscriptions.list({ status: "all" })).data).toEqual([]);
  });

  it("refuses pending_if_incomplete (https://docs.stripe.com/billing/subscriptions/pending-updates)", async () => {
    const { price, subscribe } = await startBilling();
    const error = await refusal(
      subscribe(await price("Gold"), { payment_behavior: "pending_if_incomplete" }),
    );
    expect(error).toMatchObject({ statusCode: 400, param: "payment_behavior" });
  });

  it("has 23 hours: then the subscription is incomplete_expired for good and its invoice void (https://docs.stripe.com/billing/subscriptions/overview#subscription-lifecycle)", async () => {
    const { stripe, price, subscribe, subscription, advance, invoices } = await startBilling("2030-01-15", {
      card: declined,
    });
    const { id } = await subscribe(await price("Gold"));
    await advance(at("2030-01-16") - 3601);
    expect((await subscription(id)).status).toBe("incomplete");
    await advance(at("2030-01-16") - 3600);
    expect((await subscription(id)).status).toBe("incomplete_expired");
    expect((await invoices(id)).map(({ status }) => status)).toEqual(["void"]);
    await advance("2030-03-01");
    expect(await invoices(id)).toHaveLength(1);
    const error = await refusal(stripe.subscriptions.cancel(id));
    expect(error).toMatchObject({ statusCode: 404, code: "resource_missing" });
  });

  it("lets nothing that is billed change before it is made (https://docs.stripe.com/billing/subscriptions/overview#subscription-statuses)", async () => {
    const { stripe, price, subscribe, subscription } = await startBilling("2030-01-15", { card: declined });
    const created = await subscribe(await price("Gold"));
    const [item] = created.items.data;
    const error = await refusal(
      stripe.subscriptions.update(created.id, { items: [{ id: String(item?.id), quantity: 2 }] }),
    );
    expect(error.statusCode).toBe(400);
    expect((await subscription(created.id)).items.data[0]?.quantity).toBe(1);
    const named = await stripe.subscriptions.update(created.id, { metadata: { plan: "gold" } });
    expect(named.metadata).toEqual({ plan: "gold" });
  });
});

describe("the billing cycle anchor", () => {
  it("prorates the time until a later anchor, by the second (https://docs.stripe.com/billing/subscriptions/billing-cycle#new)", async () => {
    const { price, subscribe, invoices, advance } = await startBilling("2030-01-16");
    const { id } = await subscribe(await price("Gold", 3100), { billing_cycle_anchor: at("2030-02-01") });
    await advance(at("2030-03-01") + 7200);
    expect((await invoices(id)).map(({ created, total }) => [day(created), total])).toEqual([
      ["2030-01-16", 1600],
      ["2030-02-01", 3100],
      ["2030-03-01", 3100],
    ]);
    const [line] = (await invoices(id))[0]?.lines.data ?? [];
    expect(line?.parent?.subscription_item_details?.proration).toBe(true);
  });

  it("makes that time free, without an invoice, when prorations are off (https://docs.stripe.com/billing/subscriptions/billing-cycle#new)", async () => {
    const { price, subscribe, invoices, advance } = await startBilling("2030-01-16");
    const subscription = await subscribe(await price("Gold"), {
      billing_cycle_anchor: at("2030-02-01"),
      proration_behavior: "none",
    });
    expect(subscription).toMatchObject({ status: "active", latest_invoice: null });
    await advance(at("2030-02-01") + 7200);
    expect((await invoices(subscription.id)).map(({ total }) => total)).toEqual([1000]);
  });

  it("cannot be later than the natural billing date, nor in the past (https://docs.stripe.com/api/subscriptions/create#create_subscription-billing_cycle_anchor)", async () => {
    const { price, subscribe } = await startBilling("2030-01-16");
    const gold = await price("Gold");
    for (const anchor of [at("2030-02-16") + 1, at("2030-01-16") - 1]) {
      const error = await refusal(subscribe(gold, { billing_cycle_anchor: anchor }));
      expect(error).toMatchObject({ statusCode: 400, param: "billing_cycle_anchor" });
    }
  });

  it("can be a day of the month, which short months end on (https://docs.stripe.com/api/subscriptions/create#create_subscription-billing_cycle_anchor_config)", async () => {
    const { price, subscribe, invoices, advance } = await startBilling("2030-02-10");
    const { id } = await subscribe(await price("Gold"), {
      billing_cycle_anchor_config: { day_of_month: 31 },
    });
    await advance("2030-05-01");
    expect((await invoices(id)).map(({ created }) => day(created))).toEqual([
      "2030-02-10",
      "2030-02-28",
      "2030-03-31",
      "2030-04-30",
    ]);
  });
});

describe("bad input", () => {
  it.each([
    ["no items", {}, { param: "items", code: "parameter_missing" }],
    [
      "an unknown price",
      { items: [{ price: "price_none" }] },
      { code: "resource_missing", param: "items[0][price]" },
    ],
    ["an unknown parameter", { items: [], plan: "gold" }, { code: "parameter_unknown", param: "plan" }],
    ["an enum that is none", { items: [], proration_behavior: "maybe" }, { param: "proration_behavior" }],
  ])("refuses %s (https://docs.stripe.com/api/errors)", async (_, params, expected) => {
    const { stripe, customer } = await startBilling();
    const create = { customer, ...params } as Stripe.SubscriptionCreateParams;
    expect(await refusal(stripe.subscriptions.create(create))).toMatchObject({
      statusCode: 400,
      ...expected,
    });
  });

  it("refuses prices that are one-time, archived or doubled (https://docs.stripe.com/api/subscriptions/create#create_subscription-items)", async () => {
    const { stripe, price, subscribe, customer } = await startBilling();
    const once = await stripe.prices.create({
      currency: "usd",
      unit_amount: 5,
      product_data: { name: "Once" },
    });
    expect((await refusal(subscribe(once.id))).message).toContain("`type=recurring`");
    const old = await price("Old");
    await stripe.prices.update(old, { active: false });
    expect((await refusal(subscribe(old))).param).toBe("items[0][price]");
    const gold = await price("Gold");
    const items = [{ price: gold }, { price: gold }];
    expect((await refusal(stripe.subscriptions.create({ customer, items }))).param).toBe("items[1][price]");
  });

  it("refuses a second currency for one customer (https://docs.stripe.com/billing/customer#currency)", async () => {
    const { stripe, price, subscribe } = await startBilling();
    await subscribe(await price("Gold"));
    const euro = await stripe.prices.create({
      currency: "eur",
      unit_amount: 1000,
      recurring: { interval: "month" },
      product_data: { name: "Euro" },
    });
    expect((await refusal(subscribe(euro.id))).message).toContain("cannot combine currencies");
  });

  it("says so where it lacks something (https://docs.stripe.com/api/errors)", async () => {
    const { stripe, customer, price } = await startBilling();
    const [monthly, yearly] = [await price("Gold"), await price("Silver", 9000, { interval: "year" })];
    const mixed = stripe.subscriptions.create({ customer, items: [{ price: monthly }, { price: yearly }] });
    expect((await refusal(mixed)).statusCode).toBe(501);
    const taxed = stripe.subscriptions.create({
      customer,
      items: [{ price: monthly }],
      automatic_tax: { enabled: true },
    });
    expect((await refusal(taxed)).statusCode).toBe(501);
  });
});

describe("lists of subscriptions", () => {
  it("leave out canceled ones unless asked, and filter by status (https://docs.stripe.com/api/subscriptions/list#list_subscriptions-status)", async () => {
    const { stripe, customer, price, subscribe } = await startBilling();
    const gold = await price("Gold");
    const { id: kept } = await subscribe(gold);
    const { id: gone } = await subscribe(await price("Silver"));
    await stripe.subscriptions.cancel(gone);
    const ids = async (status?: Stripe.SubscriptionListParams.Status): Promise<string[]> => {
      const { data } = await stripe.subscriptions.list({ customer, ...(status ? { status } : {}) });
      return data.map(({ id }) => id);
    };
    expect(await ids()).toEqual([kept]);
    expect(await ids("all")).toEqual([gone, kept]);
    expect(await ids("canceled")).toEqual([gone]);
    expect(await ids("ended")).toEqual([gone]);
    const found = await stripe.subscriptions.search({ query: "status:'active'" });
    expect(found.data.map(({ id }) => id)).toEqual([kept]);
  });
});
