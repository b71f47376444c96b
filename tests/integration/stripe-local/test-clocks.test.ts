import { describe, expect, it } from "vitest";
import { refusal, startLocalStripe, type Running } from "./support/start-local-stripe";

const DAY = 24 * 60 * 60;
const june = Date.UTC(2030, 5, 1) / 1000;
const year = 365 * DAY;

async function startClock(frozen_time = june): Promise<Running & { clock: string }> {
  const running = await startLocalStripe();
  const clock = await running.stripe.testHelpers.testClocks.create({ frozen_time, name: "a year" });
  return { ...running, clock: clock.id };
}

describe("test clocks (https://docs.stripe.com/billing/testing/test-clocks)", () => {
  it("gives what belongs to its customers its own time", async () => {
    const { stripe, clock } = await startClock();
    const customer = await stripe.customers.create({ test_clock: clock });
    expect(customer).toMatchObject({ test_clock: clock, created: june });
    const intent = await stripe.paymentIntents.create({
      amount: 500,
      currency: "usd",
      customer: customer.id,
    });
    expect(intent.created).toBe(june);
    expect((await stripe.customers.create({})).created).toBeLessThan(june);
  });

  it("advances after the call was answered, and tells when it has arrived", async () => {
    const { stripe, clock } = await startClock();
    const advancing = await stripe.testHelpers.testClocks.advance(clock, { frozen_time: june + DAY });
    expect(advancing).toMatchObject({
      status: "advancing",
      frozen_time: june,
      status_details: { advancing: { target_frozen_time: june + DAY } },
    });
    expect(await stripe.testHelpers.testClocks.retrieve(clock)).toMatchObject({
      status: "ready",
      frozen_time: june + DAY,
    });
    const told = (await stripe.events.list({ type: "test_helpers.test_clock.*" })).data;
    expect(told.map(({ type }) => type)).toEqual([
      "test_helpers.test_clock.ready",
      "test_helpers.test_clock.advancing",
      "test_helpers.test_clock.created",
    ]);
  });

  it("lets what was due on the way happen on the way, and leaves other clocks alone", async () => {
    const { stripe, clock } = await startClock();
    const customer = await stripe.customers.create({ test_clock: clock, payment_method: "pm_card_visa" });
    const pay = { amount: 500, currency: "usd", confirm: true, return_url: "https://shop.test" } as const;
    await stripe.paymentIntents.create({ ...pay, customer: customer.id, payment_method: "pm_card_visa" });
    await stripe.paymentIntents.create({ ...pay, payment_method: "pm_card_visa" });
    await stripe.testHelpers.testClocks.advance(clock, { frozen_time: june + 3 * DAY });
    const [other, own] = (await stripe.balanceTransactions.list()).data;
    expect([own?.status, other?.status]).toEqual(["available", "pending"]);
  });

  it.each([
    ["backwards", june - 1],
    ["to where it stands", june],
    ["beyond two years without a subscription", june + 2 * year + 2 * DAY],
  ])("refuses to go %s, and stays where it was", async (_, frozen_time) => {
    const { stripe, clock } = await startClock();
    const error = await refusal(stripe.testHelpers.testClocks.advance(clock, { frozen_time }));
    expect(error).toMatchObject({ statusCode: 400, type: "StripeInvalidRequestError", param: "frozen_time" });
    expect(await stripe.testHelpers.testClocks.retrieve(clock)).toMatchObject({
      status: "ready",
      frozen_time: june,
    });
  });

  it("takes three customers, and no fourth", async () => {
    const { stripe, clock } = await startClock();
    for (let i = 0; i < 3; i++) await stripe.customers.create({ test_clock: clock });
    expect((await refusal(stripe.customers.create({ test_clock: clock }))).param).toBe("test_clock");
  });

  it("takes its customers with it when it is deleted", async () => {
    const { stripe, clock } = await startClock();
    const { id } = await stripe.customers.create({ test_clock: clock });
    expect(await stripe.testHelpers.testClocks.del(clock)).toMatchObject({ id: clock, deleted: true });
    expect(await stripe.customers.retrieve(id)).toMatchObject({ deleted: true });
    expect((await refusal(stripe.testHelpers.testClocks.retrieve(clock))).code).toBe("resource_missing");
  });
});
