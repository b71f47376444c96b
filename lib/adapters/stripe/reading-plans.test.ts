import type Stripe from "stripe";
import { describe, expect, test } from "vitest";
import { answeringStripe, pageOf, refusing } from "@/tests/fakes/answering-stripe";
import { catalogMethods } from "./catalog";
import { reconciliationMethods } from "./reconciliation";
import { scheduleMethods } from "./schedules";
import { subscriptionMethods, toSubscription } from "./subscriptions";

const created = 1_767_225_600;
const later = created + 2_678_400;
const date = (seconds: number) => new Date(seconds * 1_000);

const price = { id: "price_1", unit_amount: 5_000, currency: "usd" };
const month = { interval: "month", interval_count: 1 };
const item = {
  ...{ id: "si_1", price: { ...price, recurring: month }, quantity: 1 },
  ...{ current_period_start: created, current_period_end: later },
};
const subscription = {
  ...{ id: "sub_1", customer: "cus_1", status: "active", currency: "usd", start_date: created },
  ...{ trial_end: null, cancel_at: null, cancel_at_period_end: false, cancellation_details: null },
  ...{ ended_at: null, pause_collection: null, schedule: null, items: { data: [item] } },
};
const read = (values: object) =>
  toSubscription({ ...subscription, ...values } as unknown as Stripe.Subscription);

describe("a subscription", () => {
  test.each([
    [month, "month"],
    [{ interval: "year", interval_count: 1 }, "year"],
    [{ interval: "month", interval_count: 3 }, null],
    [{ interval: "week", interval_count: 1 }, null],
    [null, null],
  ])("billed in the rhythm %o is %s", (recurring, interval) => {
    expect(read({ items: { data: [{ ...item, price: { ...price, recurring } }] } }).interval).toBe(interval);
  });

  test("costs its quantity; a price that is no one number counts as nothing", () => {
    const amount = (values: object) => read({ items: { data: [{ ...item, ...values }] } }).amountMinor;
    expect(amount({ quantity: 3 })).toBe(15_000n);
    expect(amount({ quantity: undefined })).toBe(5_000n);
    expect(amount({ price: { ...item.price, unit_amount: null } })).toBe(0n);
  });

  test("that will not renew ends with its period, or when Stripe says", () => {
    expect(read({}).cancelsAt).toBeNull();
    expect(read({ cancel_at_period_end: true }).cancelsAt).toEqual(date(later));
    expect(read({ cancel_at_period_end: true, cancel_at: created + 60 }).cancelsAt).toEqual(
      date(created + 60),
    );
  });

  test("plans what the first later phase of its active schedule says", () => {
    const phase = (start_date: number, ...prices: string[]) => ({
      start_date,
      items: prices.map((id) => ({ price: { id } })),
    });
    const schedule = {
      ...{ id: "sub_sched_1", status: "active", current_phase: { start_date: created } },
      phases: [phase(created, "price_1"), phase(later, "price_2")],
    };
    const planned = (values: object) => read({ schedule: { ...schedule, ...values } }).schedule;
    expect(planned({})).toEqual({
      stripeScheduleId: "sub_sched_1",
      next: { stripePriceId: "price_2", startsAt: date(later) },
    });
    expect(planned({ phases: [phase(created, "price_1")] })?.next).toBeNull();
    expect(planned({ phases: [phase(later)] })?.next).toBeNull();
    expect(planned({ status: "released" })).toBeNull();
    expect(planned({ current_phase: null })).toBeNull();
  });

  test("without an item, or of nobody, is not believed", () => {
    expect(() => read({ items: { data: [] } })).toThrow("payments.unexpected_answer");
    expect(() => read({ customer: null })).toThrow("payments.unexpected_answer");
  });

  test("that Stripe refuses to end is not taken for one that has ended", async () => {
    const { stripe } = answeringStripe({ "DELETE /v1/subscriptions/sub_1": refusing("lock_timeout") });
    await expect(subscriptionMethods(stripe).endNow("sub_1")).rejects.toMatchObject({
      code: "payments.refused",
    });
  });
});

describe("a schedule", () => {
  const schedule = {
    ...{ id: "sub_sched_1", status: "active", current_phase: { start_date: created, end_date: later } },
    phases: [
      { start_date: created - 60, end_date: created, items: [{ price: "price_0", quantity: 1 }] },
      { start_date: created, end_date: later, items: [{ price: { id: "price_1" } }] },
    ],
  };
  const planWith = async (known: object, values: object = {}) => {
    const { stripe, calls } = answeringStripe({
      "GET /v1/subscriptions/sub_1": { ...subscription, ...known },
      "GET /v1/subscription_schedules/sub_sched_1": { ...schedule, ...values },
      "POST /v1/subscription_schedules": { ...schedule, ...values },
      "POST /v1/subscription_schedules/sub_sched_1": schedule,
    });
    const change = { stripeSubscriptionId: "sub_1", stripePriceId: "price_2" };
    await scheduleMethods(stripe).planChangeAtPeriodEnd(change);
    return calls;
  };

  test("keeps the phase that runs and replaces all that was planned after it", async () => {
    const calls = await planWith({ schedule: { id: "sub_sched_1" } });
    expect(calls.map(({ endpoint }) => endpoint)).toEqual([
      "GET /v1/subscriptions/sub_1",
      "GET /v1/subscription_schedules/sub_sched_1",
      "POST /v1/subscription_schedules/sub_sched_1",
    ]);
    expect(Object.fromEntries(calls[2]!.body)).toEqual({
      ...{ end_behavior: "release", proration_behavior: "none" },
      ...{ "phases[0][items][0][price]": "price_1", "phases[0][start_date]": String(created) },
      "phases[0][end_date]": String(later),
      ...{ "phases[1][items][0][price]": "price_2", "phases[1][items][0][quantity]": "1" },
    });
  });

  test.each([[{ current_phase: null }], [{ phases: [] }]])(
    "with %o is not changed on a guess",
    async (values) => {
      await expect(planWith({}, values)).rejects.toMatchObject({ code: "payments.unexpected_answer" });
    },
  );

  test.each(["active", "not_started"])(
    "that Stripe does not release though it is %s is a failure",
    async (status) => {
      await expect(release(status)).rejects.toMatchObject({ code: "payments.refused" });
    },
  );

  test.each(["released", "completed", "canceled"])("that is %s needs no release", async (status) => {
    await expect(release(status)).resolves.toBeUndefined();
  });

  const release = (status: string) =>
    scheduleMethods(
      answeringStripe({
        "POST /v1/subscription_schedules/sub_sched_1/release": refusing("invalid"),
        "GET /v1/subscription_schedules/sub_sched_1": { ...schedule, status },
      }).stripe,
    ).releaseSchedule("sub_sched_1");
});

describe("a charge that no payment intent led to", () => {
  const charge = {
    ...{ id: "ch_1", status: "succeeded", amount: 500, amount_refunded: 200, currency: "usd", created },
    ...{ customer: { id: "cus_1" }, payment_intent: null },
  };
  const methods = (...charges: object[]) =>
    reconciliationMethods(
      answeringStripe({ "GET /v1/charges": pageOf(...charges), "GET /v1/charges/ch_1": charge }).stripe,
    );
  const range = { since: date(created), until: date(later) };
  const listed = async (charges: object[]) => {
    const found = [];
    for await (const payment of methods(...charges).listPayments(range)) found.push(payment);
    return found;
  };

  test("is a payment by its own id, not one of ours", async () => {
    const payment = {
      ...{ paymentIntentId: "ch_1", checkoutId: null, stripeCustomerId: "cus_1", status: "succeeded" },
      ...{ amountMinor: 500n, amountReceivedMinor: 500n, currency: "usd", failure: null },
      ...{ createdAt: date(created), refundedMinor: 200n },
    };
    expect(await listed([charge])).toMatchObject([{ ...payment, attempts: [{ key: "ch_1" }] }]);
    expect(await methods().lookUpPayment("ch_1")).toMatchObject(payment);
  });

  test("brought nothing while it is on its way, or when it failed", async () => {
    const nothing = { amountReceivedMinor: 0n, refundedMinor: null };
    const failed = { ...charge, status: "failed", failure_code: "card_declined" };
    expect(await listed([{ ...charge, status: "pending" }, failed])).toMatchObject([
      { ...nothing, status: "processing", failure: null },
      { ...nothing, status: "failed", failure: { code: "card_declined" } },
    ]);
  });
});

test("prices in a rhythm that we do not sell are other ones", async () => {
  const rhythms = [
    month,
    { interval: "month", interval_count: 3 },
    { interval: "week", interval_count: 1 },
    null,
  ];
  const prices = rhythms.map((recurring) => ({ ...price, product: "prod_1", lookup_key: null, recurring }));
  const { stripe } = answeringStripe({ "GET /v1/products": pageOf(), "GET /v1/prices": pageOf(...prices) });
  const catalog = await catalogMethods(stripe).readCatalog();
  expect(catalog.prices.map(({ interval }) => interval)).toEqual(["month", "other", "other", null]);
});
