import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { at, type Billing, day, giveCard, startBilling } from "./support/start-billing";
import { refusal } from "./support/start-local-stripe";

const rule = "https://docs.stripe.com/billing/subscriptions/subscription-schedules";

interface Scheduled extends Billing {
  id: string;
  gold: string;
  basic: string;
  schedule: Stripe.SubscriptionSchedule;
}

/** On Gold, $31.00 a month, from January 1 of 2030, and on the 16th put under a schedule. */
async function scheduled(): Promise<Scheduled> {
  const billing = await startBilling("2030-01-01");
  const [gold, basic] = [await billing.price("Gold", 3100), await billing.price("Basic", 620)];
  const { id } = await billing.subscribe(gold);
  await billing.advance("2030-01-16");
  const schedule = await billing.stripe.subscriptionSchedules.create({ from_subscription: id });
  return { ...billing, id, gold, basic, schedule };
}

/** What an app sends to change the price when the period ends. */
function downgrade({ schedule, gold, basic }: Scheduled): Stripe.SubscriptionScheduleUpdateParams {
  const [phase] = schedule.phases;
  const [start, end] = [phase?.start_date ?? 0, phase?.end_date ?? 0];
  return {
    end_behavior: "release",
    phases: [
      { items: [{ price: gold, quantity: 1 }], start_date: start, end_date: end },
      {
        items: [{ price: basic, quantity: 1 }],
        start_date: end,
        duration: { interval: "month", interval_count: 1 },
        proration_behavior: "none",
      },
    ],
  };
}

describe("schedules of a subscription", () => {
  it(`take over what it sells, for as long as its period lasts (${rule})`, async () => {
    const { stripe, id, gold, schedule, subscription, customer } = await scheduled();
    expect(schedule).toMatchObject({
      status: "active",
      subscription: id,
      customer,
      end_behavior: "release",
      current_phase: { start_date: at("2030-01-01"), end_date: at("2030-02-01") },
      phases: [
        { start_date: at("2030-01-01"), end_date: at("2030-02-01"), items: [{ price: gold, quantity: 1 }] },
      ],
    });
    expect((await subscription(id)).schedule).toBe(schedule.id);
    const error = await refusal(stripe.subscriptionSchedules.create({ from_subscription: id }));
    expect(error.message).toContain("already attached to a schedule");
  });

  it(`downgrade when the period ends, without prorations, and let go a period later (${rule}/use-cases)`, async () => {
    const scene = await scheduled();
    const { stripe, id, basic, schedule, subscription, invoices, advance, told } = scene;
    await stripe.subscriptionSchedules.update(schedule.id, downgrade(scene));
    expect((await subscription(id)).items.data[0]?.price.unit_amount).toBe(3100);
    await advance(at("2030-02-01") + 7200);
    const lower = await subscription(id);
    expect([
      lower.items.data[0]?.price.id,
      day(lower.items.data[0]?.current_period_end),
      lower.schedule,
    ]).toEqual([basic, "2030-03-01", schedule.id]);
    expect((await stripe.subscriptionSchedules.retrieve(schedule.id)).current_phase).toEqual({
      start_date: at("2030-02-01"),
      end_date: at("2030-03-01"),
    });
    await advance(at("2030-03-01") + 7200);
    expect((await subscription(id)).schedule).toBeNull();
    expect(await stripe.subscriptionSchedules.retrieve(schedule.id)).toMatchObject({
      status: "released",
      released_at: at("2030-03-01"),
      released_subscription: id,
      subscription: null,
      current_phase: null,
    });
    expect((await invoices(id)).map(({ created, total, status }) => [day(created), total, status])).toEqual([
      ["2030-01-01", 3100, "paid"],
      ["2030-02-01", 620, "paid"],
      ["2030-03-01", 620, "paid"],
    ]);
    expect(await told("subscription_schedule.")).toEqual([
      "subscription_schedule.created",
      "subscription_schedule.updated",
      "subscription_schedule.updated",
      "subscription_schedule.expiring",
      "subscription_schedule.released",
    ]);
  });

  it(`show the downgrade in the preview of the next invoice (https://docs.stripe.com/api/invoices/create_preview)`, async () => {
    const scene = await scheduled();
    await scene.stripe.subscriptionSchedules.update(scene.schedule.id, downgrade(scene));
    const preview = await scene.stripe.invoices.createPreview({ subscription: scene.id });
    expect(preview.lines.data.map(({ description, amount }) => [description, amount])).toEqual([
      ["1 × Basic (at $6.20 / month)", 620],
    ]);
  });

  it(`move the anchor when the next phase has another interval (https://docs.stripe.com/billing/subscriptions/billing-cycle)`, async () => {
    const scene = await scheduled();
    const { stripe, id, price, schedule, invoices, advance, subscription } = scene;
    const year = await price("Year", 30_000, { interval: "year" });
    const params = downgrade({ ...scene, basic: year });
    const [first, second] = params.phases ?? [];
    if (!first || !second) throw new Error("two phases");
    const { duration: _month, ...open } = second;
    await stripe.subscriptionSchedules.update(schedule.id, { ...params, phases: [first, open] });
    await advance(at("2030-02-01") + 7200);
    const now = await subscription(id);
    expect([day(now.billing_cycle_anchor), day(now.items.data[0]?.current_period_end)]).toEqual([
      "2030-02-01",
      "2031-02-01",
    ]);
    expect((await invoices(id)).map(({ total }) => total)).toEqual([3100, 30_000]);
  });

  it(`bring metadata and discounts of their own (https://docs.stripe.com/api/subscription_schedules/update#update_subscription_schedule-phases-metadata)`, async () => {
    const scene = await scheduled();
    const { stripe, id, schedule, subscription, advance, invoices } = scene;
    const half = await stripe.coupons.create({ percent_off: 50, duration: "forever" });
    const [first, second] = downgrade(scene).phases ?? [];
    if (!first || !second) throw new Error("two phases");
    const next = { ...second, metadata: { tier: "basic" }, discounts: [{ coupon: half.id }] };
    await stripe.subscriptionSchedules.update(schedule.id, { phases: [first, next] });
    await advance(at("2030-02-01") + 7200);
    const now = await subscription(id);
    expect([now.metadata, now.discounts.length]).toEqual([{ tier: "basic" }, 1]);
    expect((await invoices(id)).map(({ total }) => total)).toEqual([3100, 310]);
  });

  it(`change within a period too, prorated as the phase says (${rule}#transitioning-phases)`, async () => {
    const scene = await scheduled();
    const { stripe, id, schedule, invoices, advance } = scene;
    const params = downgrade(scene);
    const [first, second] = params.phases ?? [];
    if (!first || !second) throw new Error("two phases");
    const change = at("2030-01-21");
    await stripe.subscriptionSchedules.update(schedule.id, {
      phases: [
        { ...first, end_date: change },
        { ...second, start_date: change, proration_behavior: "always_invoice" },
      ],
    });
    await advance("2030-01-22");
    const lines = (await invoices(id)).at(-1)?.lines.data;
    expect(lines?.map(({ description, amount }) => [description, amount])).toEqual([
      ["Unused time on Gold after 21 Jan 2030", -1100],
      ["Remaining time on Basic after 21 Jan 2030", 220],
    ]);
  });

  it(`change the subscription at once where the current phase is changed (${rule}#updating)`, async () => {
    const { stripe, id, customer, gold, schedule, subscription } = await scheduled();
    const [phase] = schedule.phases;
    await stripe.subscriptionSchedules.update(schedule.id, {
      phases: [
        {
          items: [{ price: gold, quantity: 2 }],
          start_date: phase?.start_date ?? 0,
          end_date: phase?.end_date ?? 0,
          metadata: { seats: "2" },
        },
      ],
    });
    const now = await subscription(id);
    expect([now.items.data[0]?.quantity, now.metadata]).toEqual([2, { seats: "2" }]);
    const { data } = await stripe.invoiceItems.list({ customer, pending: true });
    expect(data.map(({ amount }) => amount)).toEqual([3200, -1600]);
  });

  it(`follow a subscription that is changed directly (${rule})`, async () => {
    const { stripe, id, basic, schedule, subscription } = await scheduled();
    const item = (await subscription(id)).items.data[0]?.id ?? "";
    await stripe.subscriptions.update(id, { items: [{ id: item, price: basic }] });
    const { phases, current_phase: current } = await stripe.subscriptionSchedules.retrieve(schedule.id);
    expect(phases.map(({ start_date: start, items }) => [day(start), items[0]?.price === basic])).toEqual([
      ["2030-01-01", false],
      ["2030-01-16", true],
    ]);
    expect(current?.start_date).toBe(at("2030-01-16"));
  });

  it(`alone decide when it ends (${rule})`, async () => {
    const { stripe, id, subscription } = await scheduled();
    const error = await refusal(stripe.subscriptions.update(id, { cancel_at_period_end: true }));
    expect(error.message).toContain("is managed by the subscription schedule");
    expect((await subscription(id)).cancel_at_period_end).toBe(false);
  });

  it(`cancel it after the last phase with end_behavior cancel (${rule})`, async () => {
    const scene = await scheduled();
    const { stripe, id, schedule, subscription, advance, invoices, told } = scene;
    await stripe.subscriptionSchedules.update(schedule.id, { ...downgrade(scene), end_behavior: "cancel" });
    expect((await subscription(id)).cancel_at).toBe(at("2030-03-01"));
    await advance("2030-03-02");
    expect(await subscription(id)).toMatchObject({ status: "canceled", ended_at: at("2030-03-01") });
    expect(await stripe.subscriptionSchedules.retrieve(schedule.id)).toMatchObject({
      status: "completed",
      completed_at: at("2030-03-01"),
    });
    expect((await invoices(id)).map(({ total }) => total)).toEqual([3100, 620]);
    expect((await told("subscription_schedule.")).at(-1)).toBe("subscription_schedule.completed");
  });

  it("let go of it when released, which forgets what was to come (https://docs.stripe.com/api/subscription_schedules/release)", async () => {
    const scene = await scheduled();
    const { stripe, id, schedule, subscription, advance, invoices } = scene;
    await stripe.subscriptionSchedules.update(schedule.id, downgrade(scene));
    const released = await stripe.subscriptionSchedules.release(schedule.id);
    expect(released).toMatchObject({ status: "released", released_subscription: id, subscription: null });
    expect((await subscription(id)).schedule).toBeNull();
    await advance(at("2030-02-01") + 7200);
    expect((await invoices(id)).map(({ total }) => total)).toEqual([3100, 3100]);
    const error = await refusal(stripe.subscriptionSchedules.release(schedule.id));
    expect(error).toMatchObject({ statusCode: 400 });
    expect(error.message).toContain("`released` status");
  });

  it("end it with them when cancelled, prorated and invoiced (https://docs.stripe.com/api/subscription_schedules/cancel)", async () => {
    const { stripe, id, schedule, subscription, invoices, told } = await scheduled();
    const canceled = await stripe.subscriptionSchedules.cancel(schedule.id);
    expect(canceled).toMatchObject({ status: "canceled", canceled_at: at("2030-01-16") });
    expect((await subscription(id)).status).toBe("canceled");
    expect((await invoices(id)).map(({ total }) => total)).toEqual([3100, -1600]);
    expect((await told("subscription_schedule.")).at(-1)).toBe("subscription_schedule.canceled");
  });

  it("are cancelled with it, and aborted when nobody paid (https://docs.stripe.com/api/events/types#event_types-subscription_schedule.aborted)", async () => {
    const scene = await scheduled();
    const { stripe, customer, schedule, advance, told } = scene;
    await stripe.subscriptionSchedules.update(schedule.id, {
      ...downgrade(scene),
      phases:
        downgrade(scene).phases?.map((phase, index) =>
          index === 0 ? phase : { ...phase, duration: { interval: "month", interval_count: 3 } },
        ) ?? [],
    });
    await giveCard(stripe, customer, "pm_card_chargeCustomerFail");
    await advance("2030-02-20");
    expect((await stripe.subscriptionSchedules.retrieve(schedule.id)).status).toBe("canceled");
    expect((await told("subscription_schedule.")).at(-1)).toBe("subscription_schedule.aborted");
  });

  it(`begin where they began, and each phase where the one before ends (https://docs.stripe.com/api/subscription_schedules/update)`, async () => {
    const scene = await scheduled();
    const { stripe, schedule } = scene;
    const [first, second] = downgrade(scene).phases ?? [];
    if (!first || !second) throw new Error("two phases");
    const later = { ...first, start_date: at("2030-01-10") };
    const moved = await refusal(
      stripe.subscriptionSchedules.update(schedule.id, { phases: [later, second] }),
    );
    expect(moved).toMatchObject({ statusCode: 400, param: "phases[0][start_date]" });
    const gap = { ...second, start_date: at("2030-02-03") };
    const error = await refusal(stripe.subscriptionSchedules.update(schedule.id, { phases: [first, gap] }));
    expect(error).toMatchObject({ statusCode: 400, param: "phases[1][start_date]" });
    expect((await stripe.subscriptionSchedules.retrieve(schedule.id)).phases).toEqual(schedule.phases);
  });
});
