import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { type Billing, at, day, startBilling } from "./support/start-billing";
import { refusal } from "./support/start-local-stripe";

/** A subscription for $10 a month with a coupon, from 15 January. */
async function subscribeWith(
  coupon: Stripe.CouponCreateParams,
  params: Partial<Stripe.SubscriptionCreateParams> = {},
): Promise<Billing & { id: string; coupon: string; totals: () => Promise<number[]> }> {
  const billing = await startBilling("2030-01-15");
  const { id: couponId } = await billing.stripe.coupons.create(coupon);
  const { id } = await billing.subscribe(await billing.price("Gold"), {
    discounts: [{ coupon: couponId }],
    ...params,
  });
  const totals = async (): Promise<number[]> => (await billing.invoices(id)).map(({ total }) => total);
  return { ...billing, id, coupon: couponId, totals };
}

describe("discounts of subscriptions (https://docs.stripe.com/billing/subscriptions/coupons)", () => {
  it("applies a coupon of duration `once` to the first invoice alone (https://docs.stripe.com/api/coupons/object#coupon_object-duration)", async () => {
    const { advance, totals, subscription, told, id } = await subscribeWith({ percent_off: 50 });
    await advance(at("2030-02-15") + 7200);
    expect(await totals()).toEqual([500, 1000]);
    expect((await subscription(id)).discounts).toEqual([]);
    expect(await told("customer.discount.")).toEqual([
      "customer.discount.created",
      "customer.discount.deleted",
    ]);
  });

  it("keeps such a coupon through a trial, for the first charge (https://docs.stripe.com/api/coupons/object#coupon_object-duration)", async () => {
    const { advance, totals } = await subscribeWith({ percent_off: 50 }, { trial_period_days: 7 });
    await advance(at("2030-01-22") + 7200);
    await advance(at("2030-02-22") + 7200);
    expect(await totals()).toEqual([0, 500, 1000]);
  });

  it("applies a repeating coupon for its months, counted from the day it was applied (https://docs.stripe.com/api/discounts/object#discount_object-end)", async () => {
    const { advance, totals, stripe, id, coupon } = await subscribeWith({
      amount_off: 300,
      currency: "usd",
      duration: "repeating",
      duration_in_months: 2,
    });
    const { discounts } = await stripe.subscriptions.retrieve(id, { expand: ["discounts"] });
    const [discount] = discounts as Stripe.Discount[];
    expect(discount).toMatchObject({ source: { coupon, type: "coupon" }, subscription: id });
    expect(day(discount?.end)).toBe("2030-03-15");
    await advance(at("2030-02-15") + 7200);
    expect((await stripe.invoices.createPreview({ subscription: id })).total).toBe(1000);
    await advance(at("2030-04-15") + 7200);
    expect(await totals()).toEqual([700, 700, 1000, 1000]);
    expect((await stripe.subscriptions.retrieve(id)).discounts).toEqual([]);
  });

  it("applies a coupon that lasts for ever to every invoice (https://docs.stripe.com/api/coupons/object#coupon_object-duration)", async () => {
    const { advance, totals, stripe, coupon } = await subscribeWith({
      percent_off: 10,
      duration: "forever",
    });
    await advance(at("2030-03-15") + 7200);
    expect(await totals()).toEqual([900, 900, 900]);
    expect((await stripe.coupons.retrieve(coupon)).times_redeemed).toBe(1);
  });

  it("ends at once when it is deleted (https://docs.stripe.com/api/discounts/subscription_delete)", async () => {
    const { advance, totals, stripe, id } = await subscribeWith({ percent_off: 10, duration: "forever" });
    expect(await stripe.subscriptions.deleteDiscount(id)).toMatchObject({ deleted: true, subscription: id });
    await advance(at("2030-02-15") + 7200);
    expect(await totals()).toEqual([900, 1000]);
    expect((await refusal(stripe.subscriptions.deleteDiscount(id))).code).toBe("resource_missing");
  });

  it("gives way to the one that an update names, and tells of both (https://docs.stripe.com/api/events/types#event_types-customer.discount.deleted)", async () => {
    const { advance, totals, stripe, id, told } = await subscribeWith({
      percent_off: 10,
      duration: "forever",
    });
    const half = await stripe.coupons.create({ percent_off: 50, duration: "forever" });
    await stripe.subscriptions.update(id, { discounts: [{ coupon: half.id }] });
    await advance(at("2030-02-15") + 7200);
    await stripe.subscriptions.update(id, { discounts: "" });
    await advance(at("2030-03-15") + 7200);
    expect(await totals()).toEqual([900, 500, 1000]);
    expect((await told("customer.discount.")).toSorted()).toEqual([
      "customer.discount.created",
      "customer.discount.created",
      "customer.discount.deleted",
      "customer.discount.deleted",
    ]);
  });

  it("is shown by a preview as it will be charged (https://docs.stripe.com/api/invoices/create_preview)", async () => {
    const { advance, stripe, id, totals, coupon } = await subscribeWith({
      percent_off: 15,
      duration: "forever",
    });
    const preview = await stripe.invoices.createPreview({ subscription: id });
    await advance(at("2030-02-15") + 7200);
    expect([preview.total, (await totals()).at(-1)]).toEqual([850, 850]);
    expect((await stripe.coupons.retrieve(coupon)).times_redeemed).toBe(1);
  });

  it("leaves nothing of a coupon redeemed that a preview tried (https://docs.stripe.com/api/invoices/create_preview)", async () => {
    const { stripe, customer } = await startBilling();
    const { id } = await stripe.coupons.create({ percent_off: 10, max_redemptions: 1 });
    const preview = await stripe.invoices.createPreview({
      customer,
      discounts: [{ coupon: id }],
      invoice_items: [{ amount: 1000, currency: "usd" }],
    });
    expect(preview.total).toBe(900);
    expect(await stripe.coupons.retrieve(id)).toMatchObject({ times_redeemed: 0, valid: true });
  });
});

describe("invoices of subscriptions", () => {
  it("says which subscription it bills, with its metadata of that time (https://docs.stripe.com/api/invoices/object#invoice_object-parent-subscription_details-metadata)", async () => {
    const { stripe, subscribe, price, customer } = await startBilling();
    const gold = await price("Gold");
    const { id } = await subscribe(gold, { metadata: { plan: "gold" } });
    await stripe.subscriptions.update(id, { metadata: { plan: "renamed" } });
    const { data } = await stripe.invoices.list({ subscription: id, customer });
    expect(data[0]?.parent).toMatchObject({
      type: "subscription_details",
      subscription_details: { subscription: id, metadata: { plan: "gold" } },
    });
    expect(data[0]?.lines.data[0]).toMatchObject({
      subscription: id,
      pricing: { type: "price_details", price_details: { price: gold } },
      parent: { type: "subscription_item_details", subscription_item_details: { proration: false } },
    });
  });

  it("takes what was pending for the customer with the next renewal (https://docs.stripe.com/billing/invoices/subscription#adding-upcoming-invoice-items)", async () => {
    const { stripe, subscribe, price, customer, advance, invoices } = await startBilling();
    const { id } = await subscribe(await price("Gold"));
    await stripe.invoiceItems.create({ customer, amount: 250, currency: "usd", description: "Extra" });
    await advance(at("2030-02-15") + 7200);
    expect((await invoices(id)).at(-1)).toMatchObject({ total: 1250, status: "paid" });
  });

  it("cannot be deleted as a draft (https://docs.stripe.com/api/invoices/delete)", async () => {
    const { stripe, subscribe, price, advance } = await startBilling();
    const { id } = await subscribe(await price("Gold"));
    await advance(at("2030-02-15") + 60);
    const { data } = await stripe.invoices.list({ subscription: id, status: "draft" });
    expect(data).toHaveLength(1);
    expect((await refusal(stripe.invoices.del(data[0]?.id ?? ""))).statusCode).toBe(400);
    expect((await stripe.invoices.list({ subscription: id, status: "draft" })).data).toHaveLength(1);
  });
});
