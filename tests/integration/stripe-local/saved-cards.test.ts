import { describe, expect, it } from "vitest";
import { refusal, startLocalStripe } from "./support/start-local-stripe";

describe("cards that banks replace (https://docs.stripe.com/payments/cards/overview#automatic-card-updates)", () => {
  it("keeps the payment method, with the new number and date, and charges the new card", async () => {
    const { stripe, control } = await startLocalStripe();
    const customer = (await stripe.customers.create({})).id;
    const { id } = await stripe.paymentMethods.attach("pm_card_visa", { customer });
    await control("POST", "cards", { payment_method: id, exp_year: 2044, number: "4000000000009995" });
    const method = await stripe.paymentMethods.retrieve(id);
    expect(method).toMatchObject({ customer, card: { last4: "9995", exp_month: 12, exp_year: 2044 } });
    const [told] = (await stripe.events.list({ type: "payment_method.*", limit: 1 })).data;
    expect(told).toMatchObject({
      type: "payment_method.automatically_updated",
      data: { previous_attributes: { card: { last4: "4242" } } },
    });
    const pay = stripe.paymentIntents.create({
      amount: 900,
      currency: "usd",
      confirm: true,
      customer,
      off_session: true,
      payment_method: id,
    });
    expect((await refusal(pay)).decline_code).toBe("insufficient_funds");
  });

  it("replaces no card of nobody, and none by a number that is no test card", async () => {
    const { stripe, control } = await startLocalStripe();
    const { id } = await stripe.paymentMethods.create({ type: "card", card: { token: "tok_visa" } });
    await expect(control("POST", "cards", { payment_method: id, exp_year: 2044 })).rejects.toThrow("400");
    const customer = (await stripe.customers.create({})).id;
    await stripe.paymentMethods.attach(id, { customer });
    const wrong = { payment_method: id, exp_year: 2044, number: "4111111111111111" };
    await expect(control("POST", "cards", wrong)).rejects.toThrow("400");
    expect((await stripe.paymentMethods.retrieve(id)).card!.last4).toBe("4242");
  });
});

describe("changing saved cards (https://docs.stripe.com/api/payment_methods/update)", () => {
  it("changes the date, the owner and who may see it again, and tells", async () => {
    const { stripe } = await startLocalStripe();
    const customer = (await stripe.customers.create({})).id;
    const { id } = await stripe.paymentMethods.attach("pm_card_visa", { customer });
    const updated = await stripe.paymentMethods.update(id, {
      allow_redisplay: "always",
      billing_details: { name: "Mia Wong", address: { city: "Bern" } },
      card: { exp_month: 3, exp_year: 2041 },
    });
    expect(updated).toMatchObject({
      allow_redisplay: "always",
      billing_details: { name: "Mia Wong", address: { city: "Bern", line1: null } },
      card: { exp_month: 3, exp_year: 2041, last4: "4242" },
    });
    const { data } = await stripe.paymentMethods.list({ customer, allow_redisplay: "always" });
    expect(data.map((method) => method.id)).toEqual([id]);
    expect((await stripe.events.list({ type: "payment_method.updated" })).data).toHaveLength(1);
  });

  it("gives a new customer its card as the default (https://docs.stripe.com/api/customers/create)", async () => {
    const { stripe } = await startLocalStripe();
    const customer = await stripe.customers.create({
      payment_method: "pm_card_visa",
      invoice_settings: { default_payment_method: "pm_card_visa" },
    });
    const [method] = (await stripe.customers.listPaymentMethods(customer.id)).data;
    expect(customer.invoice_settings.default_payment_method).toBe(method!.id);
    const other = stripe.customers.create({ invoice_settings: { default_payment_method: method!.id } });
    expect(await refusal(other)).toMatchObject({ param: "invoice_settings[default_payment_method]" });
    expect((await stripe.customers.list()).data).toHaveLength(1);
  });
});

describe("the older faces of cards and prices", () => {
  it("keeps a card source that pays what falls due (https://docs.stripe.com/payments/payment-methods/transitioning)", async () => {
    const { stripe } = await startLocalStripe();
    const customer = await stripe.customers.create({ source: "tok_visa", expand: ["default_source"] });
    expect(customer.default_source).toMatchObject({ object: "card", brand: "Visa", last4: "4242" });
    const card = customer.default_source as { id: string };
    expect(await stripe.paymentMethods.retrieve(card.id)).toMatchObject({ customer: customer.id });
    const second = await stripe.customers.createSource(customer.id, { source: "tok_mastercard" });
    expect(second).toMatchObject({ brand: "MasterCard", customer: customer.id });
    const renamed = await stripe.customers.updateSource(customer.id, card.id, { metadata: { a: "1" } });
    expect(renamed).toMatchObject({ id: card.id, metadata: { a: "1" } });
    const price = await stripe.prices.create({
      currency: "usd",
      unit_amount: 900,
      product_data: { name: "Pro" },
      recurring: { interval: "month" },
    });
    const { status } = await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: price.id }],
    });
    expect(status).toBe("active");
    const { data } = await stripe.charges.list({ customer: customer.id });
    expect(data[0]!.payment_method).toBe(card.id);
  });

  it("shows a recurring price as a plan of the same id (https://docs.stripe.com/api/plans)", async () => {
    const { stripe } = await startLocalStripe();
    const plan = await stripe.plans.create({
      amount: 2000,
      currency: "usd",
      interval: "month",
      product: { name: "Pro" },
    });
    expect(plan).toMatchObject({ object: "plan", amount: 2000, interval: "month", interval_count: 1 });
    expect(await stripe.prices.retrieve(plan.id)).toMatchObject({ unit_amount: 2000, type: "recurring" });
    expect((await stripe.plans.update(plan.id, { nickname: "Old" })).nickname).toBe("Old");
    expect(await stripe.plans.del(plan.id)).toMatchObject({ id: plan.id, deleted: true });
    expect((await refusal(stripe.plans.retrieve(plan.id))).code).toBe("resource_missing");
    const once = await stripe.prices.create({
      currency: "usd",
      unit_amount: 5,
      product_data: { name: "Once" },
    });
    expect((await refusal(stripe.plans.retrieve(once.id))).code).toBe("resource_missing");
  });
});

it("completes what was left out of an address (https://docs.stripe.com/api/payment_intents/create)", async () => {
  const { stripe } = await startLocalStripe();
  const shipping = { name: "Mia", address: { line1: "1 Main St", country: "US" } };
  const intent = await stripe.paymentIntents.create({ amount: 900, currency: "usd", shipping });
  expect(intent.shipping).toMatchObject({ name: "Mia", address: { line1: "1 Main St", line2: null } });
  const moved = { shipping: { name: "Mia", address: { city: "Bern" } } };
  expect((await stripe.paymentIntents.update(intent.id, moved)).shipping!.address).toMatchObject({
    city: "Bern",
    line1: null,
  });
  const customer = await stripe.customers.create({ address: { city: "Bern" }, shipping: moved.shipping });
  expect(customer).toMatchObject({ address: { city: "Bern", line1: null } });
});
