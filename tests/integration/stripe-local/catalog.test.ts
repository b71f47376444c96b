import { describe, expect, it } from "vitest";
import { refusal, startLocalStripe } from "./support/start-local-stripe";

describe("customers (https://docs.stripe.com/api/customers)", () => {
  it("merges metadata: a new key is added, an empty value removes its key, an empty string removes all", async () => {
    const { stripe } = await startLocalStripe();
    const { id } = await stripe.customers.create({ metadata: { plan: "pro", seats: 3 } });
    const merged = await stripe.customers.update(id, { metadata: { plan: "", region: "eu" } });
    expect(merged.metadata).toEqual({ seats: "3", region: "eu" });
    expect((await stripe.customers.update(id, { metadata: "" })).metadata).toEqual({});
  });

  it("refuses metadata beyond its limits (https://docs.stripe.com/metadata)", async () => {
    const { stripe } = await startLocalStripe();
    const many = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`k${index}`, "v"]));
    expect((await refusal(stripe.customers.create({ metadata: many }))).message).toContain(
      "up to 50 metadata keys",
    );
    expect(
      (await refusal(stripe.customers.create({ metadata: { ["k".repeat(41)]: "v" } }))).message,
    ).toContain("40 characters");
    expect((await refusal(stripe.customers.create({ metadata: { k: "v".repeat(501) } }))).message).toContain(
      "500 characters",
    );
  });

  it("unsets a field with an empty string", async () => {
    const { stripe } = await startLocalStripe();
    const { id } = await stripe.customers.create({ name: "Mia", email: "mia@example.com" });
    expect(await stripe.customers.update(id, { name: "" })).toMatchObject({
      name: null,
      email: "mia@example.com",
    });
  });

  it("tells what was there before it changed, and stays silent when nothing did", async () => {
    const { stripe } = await startLocalStripe();
    const { id } = await stripe.customers.create({ name: "Mia", metadata: { a: "1" } });
    await stripe.customers.update(id, { name: "Mia Wong", metadata: { b: "2" } });
    await stripe.customers.update(id, { name: "Mia Wong" });
    const { data } = await stripe.events.list({ type: "customer.updated" });
    expect(data).toHaveLength(1);
    expect(data[0]!.data.previous_attributes).toEqual({ name: "Mia", metadata: { b: null } });
    expect(data[0]!.data.object).toMatchObject({ name: "Mia Wong", metadata: { a: "1", b: "2" } });
  });

  it("leaves a tombstone: readable, not listed, not to be changed, deleted or used again", async () => {
    const { stripe } = await startLocalStripe();
    const { id } = await stripe.customers.create({});
    expect(await stripe.customers.del(id)).toMatchObject({ id, object: "customer", deleted: true });
    expect(await stripe.customers.retrieve(id)).toMatchObject({ id, object: "customer", deleted: true });
    expect((await stripe.customers.list()).data).toEqual([]);
    for (const attempt of [stripe.customers.update(id, { name: "x" }), stripe.customers.del(id)]) {
      expect(await refusal(attempt)).toMatchObject({
        statusCode: 404,
        code: "resource_missing",
        param: "id",
      });
    }
    const used = await refusal(stripe.paymentIntents.create({ amount: 500, currency: "usd", customer: id }));
    expect(used).toMatchObject({ statusCode: 400, code: "resource_missing", param: "customer" });
  });

  it("names the request and its idempotency key in the event", async () => {
    const { stripe } = await startLocalStripe();
    const customer = await stripe.customers.create({}, { idempotencyKey: "the-key" });
    const [event] = (await stripe.events.list()).data;
    expect(event).toMatchObject({
      object: "event",
      api_version: "2026-10-28.endive",
      livemode: false,
      pending_webhooks: 0,
      type: "customer.created",
      request: { id: customer.lastResponse.requestId, idempotency_key: "the-key" },
    });
  });
});

describe("products and prices (https://docs.stripe.com/api/prices)", () => {
  it("moves a lookup key to a new price only when told to", async () => {
    const { stripe } = await startLocalStripe();
    const product = await stripe.products.create({ name: "Pack" });
    const price = { product: product.id, currency: "usd", unit_amount: 500, lookup_key: "pack_500" };
    const first = await stripe.prices.create(price);
    expect(await refusal(stripe.prices.create(price))).toMatchObject({
      statusCode: 400,
      param: "lookup_key",
    });
    const second = await stripe.prices.create({ ...price, transfer_lookup_key: true });
    expect(second.lookup_key).toBe("pack_500");
    expect((await stripe.prices.retrieve(first.id)).lookup_key).toBeNull();
  });

  it("keeps the shape of a recurring price", async () => {
    const { stripe } = await startLocalStripe();
    const price = await stripe.prices.create({
      currency: "EUR",
      unit_amount: 1900,
      product_data: { name: "Basic" },
      recurring: { interval: "month" },
    });
    expect(price).toMatchObject({
      type: "recurring",
      currency: "eur",
      recurring: { interval: "month", interval_count: 1, usage_type: "licensed", trial_period_days: null },
    });
  });

  it("keeps fractions of the smallest unit as a decimal", async () => {
    const { stripe } = await startLocalStripe();
    const make = (decimal: string) =>
      stripe.rawRequest("POST", "/v1/prices", {
        currency: "usd",
        unit_amount_decimal: decimal,
        product_data: { name: "Token" },
      });
    expect(await make("0.5")).toMatchObject({ unit_amount: null, unit_amount_decimal: "0.5" });
    expect(await make("12.0")).toMatchObject({ unit_amount: 12, unit_amount_decimal: "12" });
  });

  it("takes an id of the caller's own, once", async () => {
    const { stripe } = await startLocalStripe();
    expect((await stripe.products.create({ id: "pack-500", name: "Pack" })).id).toBe("pack-500");
    const again = await refusal(stripe.products.create({ id: "pack-500", name: "Pack" }));
    expect(again).toMatchObject({ statusCode: 400, code: "resource_already_exists" });
  });

  it("lets everything about a price change but what it costs", async () => {
    const { stripe } = await startLocalStripe();
    const price = await stripe.prices.create({
      currency: "usd",
      unit_amount: 500,
      product_data: { name: "x" },
    });
    expect(await stripe.prices.update(price.id, { active: false, nickname: "Old" })).toMatchObject({
      active: false,
      nickname: "Old",
    });
    expect(await refusal(stripe.prices.update(price.id, { unit_amount: 1 } as never))).toMatchObject({
      code: "parameter_unknown",
    });
  });

  it("deletes a product only while it has no price", async () => {
    const { stripe } = await startLocalStripe();
    const [empty, priced] = [
      await stripe.products.create({ name: "a" }),
      await stripe.products.create({ name: "b" }),
    ];
    await stripe.prices.create({ currency: "usd", unit_amount: 500, product: priced.id });
    expect((await stripe.products.del(empty.id)).deleted).toBe(true);
    expect(await refusal(stripe.products.del(priced.id))).toMatchObject({ statusCode: 400 });
  });
});
