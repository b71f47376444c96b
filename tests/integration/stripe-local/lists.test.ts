import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { refusal, startLocalStripe } from "./support/start-local-stripe";

async function customers(stripe: Stripe, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let made = 0; made < count; made++) ids.push((await stripe.customers.create({ name: `C${made}` })).id);
  return ids.reverse();
}

const idsOf = (page: { data: { id: string }[] }): string[] => page.data.map(({ id }) => id);

describe("pagination (https://docs.stripe.com/api/pagination)", () => {
  it("answers the newest ten first and says whether there are more", async () => {
    const { stripe } = await startLocalStripe();
    const newest = await customers(stripe, 12);
    const page = await stripe.customers.list();
    expect(idsOf(page)).toEqual(newest.slice(0, 10));
    expect(page).toMatchObject({ object: "list", has_more: true, url: "/v1/customers" });
  });

  it("walks forward and back from an object, in the same order", async () => {
    const { stripe } = await startLocalStripe();
    const newest = await customers(stripe, 7);
    const after = await stripe.customers.list({ limit: 3, starting_after: newest[2]! });
    expect(idsOf(after)).toEqual(newest.slice(3, 6));
    expect(after.has_more).toBe(true);
    const before = await stripe.customers.list({ limit: 3, ending_before: newest[5]! });
    expect(idsOf(before)).toEqual(newest.slice(2, 5));
    const last = await stripe.customers.list({ limit: 3, starting_after: newest[3]! });
    expect(idsOf(last)).toEqual(newest.slice(4));
    expect(last.has_more).toBe(false);
  });

  it("lets the SDK walk all pages by itself", async () => {
    const { stripe } = await startLocalStripe();
    const newest = await customers(stripe, 23);
    const seen: string[] = [];
    for await (const customer of stripe.customers.list({ limit: 5 })) seen.push(customer.id);
    expect(seen).toEqual(newest);
  });

  it.each([{ limit: 0 }, { limit: 101 }])("refuses %o", async (params) => {
    const { stripe } = await startLocalStripe();
    expect(await refusal(stripe.customers.list(params))).toMatchObject({ param: "limit" });
  });

  it("refuses a cursor that does not exist", async () => {
    const { stripe } = await startLocalStripe();
    const error = await refusal(stripe.customers.list({ starting_after: "cus_none" }));
    expect(error).toMatchObject({ statusCode: 400, code: "resource_missing", param: "starting_after" });
  });
});

describe("filters", () => {
  it("compares the time of creation", async () => {
    const { stripe, control } = await startLocalStripe();
    const early = await stripe.customers.create({});
    await control("POST", "advance?seconds=1000");
    const late = await stripe.customers.create({});
    expect(idsOf(await stripe.customers.list({ created: { gte: late.created } }))).toEqual([late.id]);
    expect(idsOf(await stripe.customers.list({ created: { lt: late.created } }))).toEqual([early.id]);
    expect(idsOf(await stripe.customers.list({ created: early.created }))).toEqual([early.id]);
    expect(idsOf(await stripe.customers.list({ created: { gt: late.created } }))).toEqual([]);
  });

  it("finds prices by lookup key, product and activity", async () => {
    const { stripe } = await startLocalStripe();
    const product = await stripe.products.create({ name: "Pack" });
    const make = (lookupKey: string, active: boolean) =>
      stripe.prices.create({
        product: product.id,
        currency: "usd",
        unit_amount: 500,
        lookup_key: lookupKey,
        active,
      });
    const [small, large] = [await make("small", true), await make("large", false)];
    expect(idsOf(await stripe.prices.list({ lookup_keys: ["small", "large"] }))).toEqual([
      large.id,
      small.id,
    ]);
    expect(idsOf(await stripe.prices.list({ lookup_keys: ["small"] }))).toEqual([small.id]);
    expect(idsOf(await stripe.prices.list({ product: product.id, active: true }))).toEqual([small.id]);
    expect(idsOf(await stripe.prices.list({ product: "prod_other" }))).toEqual([]);
  });

  it("finds events by type, by several types and by pattern (https://docs.stripe.com/api/events/list)", async () => {
    const { stripe } = await startLocalStripe();
    const { id } = await stripe.customers.create({});
    await stripe.customers.update(id, { name: "New" });
    await stripe.products.create({ name: "x" });
    const types = async (params: Stripe.EventListParams) =>
      (await stripe.events.list(params)).data.map(({ type }) => type);
    expect(await types({ type: "customer.updated" })).toEqual(["customer.updated"]);
    expect(await types({ types: ["product.created", "customer.created"] })).toEqual([
      "product.created",
      "customer.created",
    ]);
    expect(await types({ type: "customer.*" })).toEqual(["customer.updated", "customer.created"]);
  });
});

describe("search (https://docs.stripe.com/search)", () => {
  it("combines clauses and pages through the hits", async () => {
    const { stripe } = await startLocalStripe();
    for (const [amount, plan] of [
      [500, "a"],
      [900, "b"],
      [1500, "b"],
    ] as const) {
      await stripe.paymentIntents.create({ amount, currency: "usd", metadata: { plan } });
    }
    const find = async (query: string) =>
      (await stripe.paymentIntents.search({ query })).data.map(({ amount }) => amount);
    expect(await find('metadata["plan"]:"b" AND amount>1000')).toEqual([1500]);
    expect(await find('metadata["plan"]:"a" OR amount>=1500')).toEqual([1500, 500]);
    expect(await find('-metadata["plan"]:"b"')).toEqual([500]);
    const first = await stripe.paymentIntents.search({ query: 'currency:"usd"', limit: 2 });
    expect(first).toMatchObject({ object: "search_result", has_more: true });
    const second = await stripe.paymentIntents.search({
      query: 'currency:"usd"',
      limit: 2,
      page: first.next_page!,
    });
    expect(second.data.map(({ amount }) => amount)).toEqual([500]);
  });

  it("refuses a query it cannot read", async () => {
    const { stripe } = await startLocalStripe();
    expect(await refusal(stripe.customers.search({ query: "everything" }))).toMatchObject({
      statusCode: 400,
      param: "query",
    });
  });
});

describe("expand (https://docs.stripe.com/expand)", () => {
  it("replaces ids by objects over four levels, in objects and in lists", async () => {
    const { stripe } = await startLocalStripe();
    const customer = await stripe.customers.create({ email: "a@b.co" });
    await stripe.paymentIntents.create({
      amount: 500,
      currency: "usd",
      customer: customer.id,
      confirm: true,
      payment_method: "pm_card_visa",
    });
    const { data } = await stripe.paymentIntents.list({
      expand: ["data.latest_charge.balance_transaction", "data.customer"],
    });
    const charge = data[0]!.latest_charge as Stripe.Charge;
    expect((data[0]!.customer as Stripe.Customer).email).toBe("a@b.co");
    expect((charge.balance_transaction as Stripe.BalanceTransaction).source).toBe(charge.id);
    expect(charge.payment_intent).toBe(data[0]!.id);
  });

  it("shows a deleted object for what it is", async () => {
    const { stripe } = await startLocalStripe();
    const customer = await stripe.customers.create({});
    const intent = await stripe.paymentIntents.create({
      amount: 500,
      currency: "usd",
      customer: customer.id,
    });
    await stripe.customers.del(customer.id);
    const expanded = await stripe.paymentIntents.retrieve(intent.id, { expand: ["customer"] });
    expect(expanded.customer).toEqual({ id: customer.id, object: "customer", deleted: true });
  });

  it.each([
    ["a property that is no reference", ["email"], "This property cannot be expanded (email)."],
    ["more than four levels", ["a.b.c.d.e"], "You cannot expand more than 4 levels"],
  ])("refuses %s", async (_what, expand, message) => {
    const { stripe } = await startLocalStripe();
    const { id } = await stripe.customers.create({});
    const error = await refusal(stripe.customers.retrieve(id, { expand }));
    expect(error).toMatchObject({ statusCode: 400, param: "expand" });
    expect(error.message).toContain(message);
  });
});
