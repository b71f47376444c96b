import { describe, expect, it } from "vitest";
import { at, idOf, startBilling } from "./support/start-billing";

const rule = "https://docs.stripe.com/billing/subscriptions/subscription-schedules";

describe("schedules of a customer", () => {
  it(`start a subscription later, whose first invoice is a draft for an hour (${rule}#managing)`, async () => {
    const { stripe, customer, price, advance, subscription, invoices } = await startBilling("2030-01-01");
    const gold = await price("Gold");
    const schedule = await stripe.subscriptionSchedules.create({
      customer,
      start_date: at("2030-01-10"),
      end_behavior: "cancel",
      phases: [{ items: [{ price: gold }], duration: { interval: "month", interval_count: 2 } }],
    });
    expect(schedule).toMatchObject({ status: "not_started", subscription: null, current_phase: null });
    await advance("2030-01-10");
    const { subscription: id, status } = await stripe.subscriptionSchedules.retrieve(schedule.id);
    expect(status).toBe("active");
    expect(await subscription(idOf(id))).toMatchObject({
      status: "active",
      schedule: schedule.id,
      cancel_at: at("2030-03-10"),
    });
    expect((await invoices(idOf(id))).map((invoice) => invoice.status)).toEqual(["draft"]);
    await advance("2030-03-11");
    expect((await invoices(idOf(id))).map((invoice) => invoice.status)).toEqual(["paid", "paid"]);
    expect((await subscription(idOf(id))).status).toBe("canceled");
  });

  it(`start it within the call, now (https://docs.stripe.com/api/subscription_schedules/create)`, async () => {
    const { stripe, customer, price } = await startBilling("2030-01-01");
    const schedule = await stripe.subscriptionSchedules.create({
      customer,
      start_date: "now",
      phases: [{ items: [{ price: await price("Gold") }] }],
    });
    expect(schedule).toMatchObject({
      status: "active",
      current_phase: { start_date: at("2030-01-01"), end_date: at("2030-02-01") },
    });
    expect(schedule.subscription).toMatch(/^sub_/);
  });
});
