import { describe, expect, it } from "vitest";
import { at, day, giveCard, startBilling } from "./support/start-billing";
import { refusal } from "./support/start-local-stripe";

const rule = "https://docs.stripe.com/billing/subscriptions/trials";

describe("trials", () => {
  it(`bills nothing at first, and the first full period when the trial ends (${rule})`, async () => {
    const { price, subscribe, invoices, advance, subscription } = await startBilling("2030-01-01");
    const created = await subscribe(await price("Gold"), { trial_period_days: 14 });
    expect(created).toMatchObject({
      status: "trialing",
      trial_start: at("2030-01-01"),
      trial_end: at("2030-01-15"),
      billing_cycle_anchor: at("2030-01-15"),
    });
    const [first] = await invoices(created.id);
    expect(first).toMatchObject({ status: "paid", total: 0, billing_reason: "subscription_create" });
    expect(first?.lines.data[0]?.description).toBe("Trial period for Gold");
    await advance(at("2030-01-15") + 3600);
    const now = await subscription(created.id);
    expect([now.status, day(now.items.data[0]?.current_period_end)]).toEqual(["active", "2030-02-15"]);
    expect((await invoices(now.id)).map(({ total, status }) => [total, status])).toEqual([
      [0, "paid"],
      [1000, "paid"],
    ]);
  });

  it(`tells three days before a trial ends, or at once of a shorter one (https://docs.stripe.com/billing/subscriptions/webhooks#events)`, async () => {
    const { stripe, price, subscribe, advance } = await startBilling("2030-01-01");
    const gold = await price("Gold");
    await subscribe(gold, { trial_period_days: 14 });
    await advance("2030-01-14");
    await subscribe(gold, { trial_end: at("2030-01-16") });
    const { data } = await stripe.events.list({ type: "customer.subscription.trial_will_end" });
    expect(data.map(({ created }) => day(created))).toEqual(["2030-01-14", "2030-01-12"]);
  });

  it(`needs no card to begin, and asks for payment when it ends (${rule}#create-free-trials-without-payment)`, async () => {
    const { price, subscribe, advance, subscription } = await startBilling("2030-01-01", { card: null });
    const { id, status } = await subscribe(await price("Gold"), { trial_period_days: 14 });
    expect(status).toBe("trialing");
    await advance(at("2030-01-15") + 3600);
    expect((await subscription(id)).status).toBe("past_due");
  });

  it(`is canceled when it ends without a card, if asked to (${rule}#create-free-trials-without-payment)`, async () => {
    const { price, subscribe, advance, subscription, invoices, told } = await startBilling("2030-01-01", {
      card: null,
    });
    const { id } = await subscribe(await price("Gold"), {
      trial_period_days: 14,
      trial_settings: { end_behavior: { missing_payment_method: "cancel" } },
    });
    await advance("2030-01-16");
    expect(await subscription(id)).toMatchObject({ status: "canceled", ended_at: at("2030-01-15") });
    expect(await invoices(id)).toHaveLength(1);
    expect((await told()).at(-1)).toBe("customer.subscription.deleted");
  });

  it(`is paused when it ends without a card, if asked to, and bills nothing until it is resumed (${rule}#create-free-trials-without-payment)`, async () => {
    const { stripe, customer, price, subscribe, advance, subscription, invoices, told } = await startBilling(
      "2030-01-01",
      { card: null },
    );
    const { id } = await subscribe(await price("Gold"), {
      trial_period_days: 14,
      trial_settings: { end_behavior: { missing_payment_method: "pause" } },
    });
    await advance("2030-03-10");
    const paused = await subscription(id);
    expect(paused.status).toBe("paused");
    expect(paused.status_details?.paused.subscription.type).toBe("trial_end_without_payment_method");
    expect(await invoices(id)).toHaveLength(1);
    await giveCard(stripe, customer, "pm_card_visa");
    const resumed = await stripe.subscriptions.resume(id);
    expect(resumed).toMatchObject({ status: "active", billing_cycle_anchor: at("2030-03-10") });
    expect(resumed.status_details).toBeUndefined();
    expect((await invoices(id)).at(-1)).toMatchObject({ total: 1000, status: "paid" });
    const types = await told();
    expect(types).toContain("customer.subscription.paused");
    expect(types).toContain("customer.subscription.resumed");
    expect((await refusal(stripe.subscriptions.resume(id))).statusCode).toBe(400);
  });

  it(`keeps its rhythm when resumed with the anchor unchanged (https://docs.stripe.com/api/subscriptions/resume)`, async () => {
    const { stripe, customer, price, subscribe, advance, invoices } = await startBilling("2030-01-01", {
      card: null,
    });
    const { id } = await subscribe(await price("Gold", 3100), {
      trial_period_days: 31,
      trial_settings: { end_behavior: { missing_payment_method: "pause" } },
    });
    await advance("2030-03-17");
    await giveCard(stripe, customer, "pm_card_visa");
    const resumed = await stripe.subscriptions.resume(id, {
      billing_cycle_anchor: { type: "unchanged" },
      proration_behavior: "always_invoice",
    });
    expect(day(resumed.items.data[0]?.current_period_end)).toBe("2030-04-01");
    expect((await invoices(id)).at(-1)).toMatchObject({ total: 1500, status: "paid" });
  });

  it(`can be ended now, which bills at once and moves the anchor (${rule}#end-trial-early)`, async () => {
    const { stripe, price, subscribe, advance, invoices, told } = await startBilling("2030-01-01");
    const { id } = await subscribe(await price("Gold"), { trial_period_days: 14 });
    await advance("2030-01-08");
    const ended = await stripe.subscriptions.update(id, { trial_end: "now" });
    expect(ended).toMatchObject({
      status: "active",
      trial_end: at("2030-01-08"),
      billing_cycle_anchor: at("2030-01-08"),
    });
    expect((await invoices(id)).map(({ total, status }) => [total, status])).toEqual([
      [0, "paid"],
      [1000, "paid"],
    ]);
    expect(await told("customer.subscription.trial_will_end")).toHaveLength(1);
  });

  it.each(["pause", "cancel"] as const)(
    `lets a subscription without a card %s when it is ended now, if asked to (${rule}#create-free-trials-without-payment) [from knowledge]`,
    async (behavior) => {
      const { stripe, price, subscribe, advance, subscription, invoices, told } = await startBilling(
        "2030-01-01",
        { card: null },
      );
      const { id } = await subscribe(await price("Gold"), {
        trial_period_days: 14,
        trial_settings: { end_behavior: { missing_payment_method: behavior } },
      });
      await advance("2030-01-08");
      const both = stripe.subscriptions.update(id, { trial_end: "now", description: "Over" });
      expect((await refusal(both)).statusCode).toBe(501);
      await stripe.subscriptions.update(id, { trial_end: "now" });
      const over = await subscription(id);
      expect(over).toMatchObject({
        status: behavior === "pause" ? "paused" : "canceled",
        trial_end: at("2030-01-08"),
        billing_cycle_anchor: at("2030-01-08"),
      });
      await advance("2030-02-20");
      expect((await subscription(id)).status).toBe(over.status);
      expect(await invoices(id)).toHaveLength(1);
      expect(await told()).toContain(
        behavior === "pause" ? "customer.subscription.paused" : "customer.subscription.deleted",
      );
    },
  );

  it(`can be moved, and the anchor with it (${rule}#extend-trial)`, async () => {
    const { stripe, price, subscribe, advance, invoices } = await startBilling("2030-01-01");
    const { id } = await subscribe(await price("Gold"), { trial_period_days: 14 });
    const moved = await stripe.subscriptions.update(id, { trial_end: at("2030-01-25") });
    expect(moved.billing_cycle_anchor).toBe(at("2030-01-25"));
    await advance(at("2030-01-25") + 7200);
    expect((await invoices(id)).map(({ created, total }) => [day(created), total])).toEqual([
      ["2030-01-01", 0],
      ["2030-01-25", 1000],
    ]);
  });

  it(`changes plan without prorations (https://docs.stripe.com/billing/subscriptions/change-price)`, async () => {
    const { stripe, customer, price, subscribe, advance, invoices } = await startBilling("2030-01-01");
    const { id, items } = await subscribe(await price("Gold"), { trial_period_days: 14 });
    await advance("2030-01-08");
    const year = await price("Year", 9000, { interval: "year" });
    await stripe.subscriptions.update(id, { items: [{ id: String(items.data[0]?.id), price: year }] });
    expect((await stripe.invoiceItems.list({ customer })).data).toEqual([]);
    await advance(at("2030-01-15") + 7200);
    expect((await invoices(id)).map(({ total }) => total)).toEqual([0, 9000]);
  });

  it(`is followed by a prorated time until a later anchor (https://docs.stripe.com/billing/subscriptions/billing-cycle#new)`, async () => {
    const { price, subscribe, advance, invoices } = await startBilling("2030-01-02");
    const { id } = await subscribe(await price("Gold", 3100), {
      trial_end: at("2030-01-16"),
      billing_cycle_anchor: at("2030-02-01"),
    });
    await advance(at("2030-02-01") + 7200);
    expect((await invoices(id)).map(({ created, total }) => [day(created), total])).toEqual([
      ["2030-01-02", 0],
      ["2030-01-16", 1600],
      ["2030-02-01", 3100],
    ]);
  });

  it.each([
    ["in the past", { trial_end: at("2029-12-31") }, "trial_end"],
    ["beyond two years", { trial_end: at("2032-01-02") }, "trial_end"],
    ["of no days", { trial_period_days: 0 }, "trial_period_days"],
  ])(`refuses a trial %s (https://docs.stripe.com/api/subscriptions/create)`, async (_, params, param) => {
    const { price, subscribe } = await startBilling("2030-01-01");
    expect(await refusal(subscribe(await price("Gold"), params))).toMatchObject({ statusCode: 400, param });
  });
});
