import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { at, type Billing, idOf, startBilling } from "./support/start-billing";

const starting = "https://docs.stripe.com/billing/subscriptions/subscription-schedules#managing";

/** One phase of Gold, from January 10. */
async function toStart(
  { stripe, customer }: Billing,
  price: string,
  phase: Partial<Stripe.SubscriptionScheduleCreateParams.Phase> = {},
): Promise<string> {
  const schedule = await stripe.subscriptionSchedules.create({
    customer,
    start_date: at("2030-01-10"),
    phases: [{ items: [{ price }], duration: { interval: "month", interval_count: 1 }, ...phase }],
  });
  return schedule.id;
}

/** On Gold since January 1, to be on Silver from January 10. */
async function toChange(
  { stripe, subscribe }: Billing,
  { gold, silver }: { gold: string; silver: string },
  phase: Partial<Stripe.SubscriptionScheduleUpdateParams.Phase> = {},
): Promise<{ id: string; schedule: string }> {
  const { id } = await subscribe(gold);
  const { id: schedule } = await stripe.subscriptionSchedules.create({ from_subscription: id });
  await stripe.subscriptionSchedules.update(schedule, {
    phases: [
      { items: [{ price: gold }], start_date: at("2030-01-01"), end_date: at("2030-01-10") },
      { items: [{ price: silver }], duration: { interval: "month", interval_count: 2 }, ...phase },
    ],
  });
  return { id, schedule };
}

const coupon = async ({ stripe }: Billing): Promise<string> =>
  (await stripe.coupons.create({ percent_off: 50, duration: "forever", max_redemptions: 1 })).id;

async function started({ stripe }: Billing, schedule: string): Promise<Stripe.Subscription> {
  const { subscription, status } = await stripe.subscriptionSchedules.retrieve(schedule);
  expect(status).toBe("active");
  return stripe.subscriptions.retrieve(idOf(subscription));
}

describe("a schedule whose ground has shifted before it starts", () => {
  it("is canceled when its customer is deleted (https://docs.stripe.com/api/customers/delete) [from knowledge]", async () => {
    const billing = await startBilling("2030-01-01");
    const { stripe, customer, price, advance, told } = billing;
    const schedule = await toStart(billing, await price("Gold"));
    await stripe.customers.del(customer);
    expect((await stripe.subscriptionSchedules.retrieve(schedule)).status).toBe("canceled");
    await advance("2030-01-12");
    expect(await told("subscription_schedule.")).toEqual([
      "subscription_schedule.created",
      "subscription_schedule.canceled",
    ]);
  });

  it(`sells a price that was archived since (${starting}) [from knowledge]`, async () => {
    const billing = await startBilling("2030-01-01");
    const gold = await billing.price("Gold");
    const schedule = await toStart(billing, gold);
    await billing.stripe.prices.update(gold, { active: false });
    await billing.advance("2030-01-12");
    expect((await started(billing, schedule)).items.data.map((item) => item.price.id)).toEqual([gold]);
  });

  it.each(["deleted", "used up"] as const)(
    `starts without a coupon that is %s (${starting}) [from knowledge]`,
    async (how) => {
      const billing = await startBilling("2030-01-01");
      const [gold, half] = [await billing.price("Gold"), await coupon(billing)];
      const schedule = await toStart(billing, gold, { discounts: [{ coupon: half }] });
      if (how === "deleted") await billing.stripe.coupons.del(half);
      else await billing.subscribe(await billing.price("Silver"), { discounts: [{ coupon: half }] });
      await billing.advance("2030-01-12");
      const { id, discounts } = await started(billing, schedule);
      expect(discounts).toEqual([]);
      expect((await billing.invoices(id)).map(({ total }) => total)).toEqual([1000]);
    },
  );

  it(`is canceled, with its event, when it cannot start for another reason (${starting}) [from knowledge]`, async () => {
    const billing = await startBilling("2030-01-01");
    const { stripe, subscribe, price, advance, told } = billing;
    const schedule = await toStart(billing, await price("Gold"));
    const euro = await stripe.prices.create({
      ...{ currency: "eur", unit_amount: 900, recurring: { interval: "month" } },
      product_data: { name: "Euro" },
    });
    await subscribe(euro.id);
    await advance("2030-01-12");
    expect(await stripe.subscriptionSchedules.retrieve(schedule)).toMatchObject({
      status: "canceled",
      canceled_at: at("2030-01-10"),
      subscription: null,
    });
    expect((await told("subscription_schedule.")).at(-1)).toBe("subscription_schedule.canceled");
  });
});

describe("a phase whose ground has shifted before it begins", () => {
  it(`sells a price that was archived since, within a period and with one (${starting}) [from knowledge]`, async () => {
    for (const start of ["2030-01-10", "2030-02-01"]) {
      const billing = await startBilling("2030-01-01");
      const [gold, silver] = [await billing.price("Gold"), await billing.price("Silver", 500)];
      const { id, schedule } = await toChange(billing, { gold, silver });
      await billing.stripe.subscriptionSchedules.update(schedule, {
        phases: [
          { items: [{ price: gold }], start_date: at("2030-01-01"), end_date: at(start) },
          { items: [{ price: silver }], duration: { interval: "month", interval_count: 1 } },
        ],
      });
      await billing.stripe.prices.update(silver, { active: false });
      await billing.advance("2030-02-02");
      const { items } = await billing.subscription(id);
      expect(items.data.map((item) => item.price.id)).toEqual([silver]);
    }
  });

  it.each(["2030-01-10", "2030-02-01"])(
    `begins on %s without a coupon that was deleted since (${starting}) [from knowledge]`,
    async (start) => {
      const billing = await startBilling("2030-01-01");
      const [gold, silver] = [await billing.price("Gold"), await billing.price("Silver", 500)];
      const half = await coupon(billing);
      const { id, schedule } = await toChange(billing, { gold, silver });
      await billing.stripe.subscriptionSchedules.update(schedule, {
        phases: [
          { items: [{ price: gold }], start_date: at("2030-01-01"), end_date: at(start) },
          {
            items: [{ price: silver }],
            duration: { interval: "month", interval_count: 1 },
            discounts: [{ coupon: half }],
          },
        ],
      });
      await billing.stripe.coupons.del(half);
      await billing.advance("2030-02-02");
      const { items, discounts } = await billing.subscription(id);
      expect(items.data.map((item) => item.price.id)).toEqual([silver]);
      expect(discounts).toEqual([]);
    },
  );

  it("fails to be paid when the card is gone that it bills at once (https://docs.stripe.com/billing/subscriptions/overview#subscription-statuses) [from knowledge]", async () => {
    const billing = await startBilling("2030-01-01");
    const { stripe, customer, price, advance, subscription, invoices } = billing;
    const [gold, silver] = [await price("Gold"), await price("Platinum", 5000)];
    const { id } = await toChange(billing, { gold, silver }, { proration_behavior: "always_invoice" });
    const { data: cards } = await stripe.customers.listPaymentMethods(customer);
    for (const card of cards) await stripe.paymentMethods.detach(card.id);
    await advance("2030-01-11");
    const { items, status } = await subscription(id);
    expect(items.data.map((item) => item.price.id)).toEqual([silver]);
    expect(status).toBe("past_due");
    expect((await invoices(id)).map((invoice) => invoice.status)).toEqual(["paid", "open"]);
    expect((await invoices(id)).at(-1)).toMatchObject({ attempted: true });
  });
});
