import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  cancelPlan,
  confirmPlanChange,
  previewPlanChange,
  resumePlan,
  undoPlanChange,
} from "@/lib/subscriptions";
import { openShop } from "@/tests/setup/shop";
import { creditsOf, day, endAllPlans, planOf, stripeOf, subscribe, type Member } from "./subscribe";

// Months of billing, each with all that Stripe tells of it.
vi.setConfig({ testTimeout: 120_000 });
const shop = await openShop();
beforeEach(() => shop.stripe.heal());
afterEach(() => endAllPlans(shop));

const paymentsOf = ({ user }: Member) =>
  shop.db.prisma.payment.findMany({ where: { userId: user.id }, orderBy: { createdAt: "asc" } });

/** The member's context with time as it is now: `as` was made before the clock moved. */
const as = (member: Member) => member.as;

async function change(member: Member, lookupKey: string) {
  const preview = await previewPlanChange(as(member), { lookupKey });
  return { preview, outcome: await confirmPlanChange(as(member), { lookupKey, token: preview.token }) };
}

describe("an upgrade", () => {
  test("happens at once: the charge is the preview's, the credits are the difference's share of the rest", async () => {
    const member = await subscribe(shop, "plan_basic_month");
    await shop.advance(10 * day);
    const { preview, outcome } = await change(member, "plan_pro_month");
    expect(outcome).toEqual({ outcome: "changed" });
    expect(preview.when).toBe("now");
    expect(preview.dueNowMinor).toBe(preview.chargeMinor - preview.givenBackMinor);
    const payments = await paymentsOf(member);
    expect(payments.map(({ amountMinor }) => amountMinor)).toEqual([5_000n, preview.dueNowMinor]);
    expect(await creditsOf(shop, member)).toBeCloseTo(1_000 + Number(preview.creditsNowMilli) / 1_000);
    const plan = await planOf(shop, member);
    const share =
      (plan!.periodEndsAt.getTime() - preview.at.getTime()) /
      (plan!.periodEndsAt.getTime() - plan!.periodStartsAt.getTime());
    expect(Math.abs(Number(preview.creditsNowMilli) - 1_500_000 * share)).toBeLessThan(2);
    expect(plan).toMatchObject({ planKey: "plan_pro", status: "active" });
    await shop.settle();
    expect(await creditsOf(shop, member)).toBeCloseTo(1_000 + Number(preview.creditsNowMilli) / 1_000);
    expect(await paymentsOf(member)).toHaveLength(2);
    await shop.advance(25 * day);
    await shop.settle();
    expect(await creditsOf(shop, member)).toBe(2_500);
  });

  test("two tabs confirming the same preview are one change, and one charge", async () => {
    const member = await subscribe(shop, "plan_basic_month");
    await shop.advance(3 * day);
    const { token } = await previewPlanChange(as(member), { lookupKey: "plan_pro_month" });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 3 }, () => confirmPlanChange(as(member), { lookupKey: "plan_pro_month", token })),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled").length).toBeGreaterThan(0);
    await shop.settle();
    expect(await paymentsOf(member)).toHaveLength(2);
    expect(await shop.db.prisma.planChange.count({ where: { userId: member.user.id, status: "done" } })).toBe(
      1,
    );
  });

  test("two tabs confirming different changes are one change: nobody is charged what they were not shown", async () => {
    const member = await subscribe(shop, "plan_basic_month");
    await shop.advance(3 * day);
    const confirmations = [];
    for (const lookupKey of ["plan_pro_month", "plan_pro_year", "plan_basic_year"]) {
      const { token } = await previewPlanChange(as(member), { lookupKey });
      confirmations.push(() => confirmPlanChange(as(member), { lookupKey, token }));
    }
    const outcomes = await Promise.allSettled(confirmations.map((confirm) => confirm()));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await shop.settle();
    const [, paid, ...more] = await paymentsOf(member);
    expect(more).toEqual([]);
    expect(
      await shop.db.prisma.planChange.findMany({ where: { userId: member.user.id, status: "done" } }),
    ).toMatchObject([{ dueMinor: paid?.amountMinor }]);
  });

  test("with a stale preview, a made up one, or that of another plan is refused, and changes nothing", async () => {
    const member = await subscribe(shop, "plan_basic_month");
    const { token } = await previewPlanChange(as(member), { lookupKey: "plan_pro_month" });
    const stale = { code: "subscriptions.stale_preview" };
    await expect(confirmPlanChange(as(member), { lookupKey: "plan_pro_year", token })).rejects.toMatchObject(
      stale,
    );
    const later = `${Number(token.slice(0, 10)) + 600_000}${token.slice(10)}`;
    await expect(
      confirmPlanChange(as(member), { lookupKey: "plan_pro_month", token: later }),
    ).rejects.toMatchObject(stale);
    await shop.advance(900);
    await expect(confirmPlanChange(as(member), { lookupKey: "plan_pro_month", token })).rejects.toMatchObject(
      stale,
    );
    expect(await planOf(shop, member)).toMatchObject({ planKey: "plan_basic" });
    expect(await paymentsOf(member)).toHaveLength(1);
  });

  test("whose answer is lost is taken up again under the same key: charged once", async () => {
    const member = await subscribe(shop, "plan_basic_month");
    const { token } = await previewPlanChange(as(member), { lookupKey: "plan_pro_month" });
    await shop.stripe.breakApi({
      kind: "timeout_after",
      count: 3,
      route: "POST /v1/subscriptions/{id}",
    });
    await expect(
      confirmPlanChange({ ...as(member), ...shop.hasty }, { lookupKey: "plan_pro_month", token }),
    ).rejects.toMatchObject({ code: "payments.unavailable" });
    await shop.stripe.heal();
    await shop.settle();
    expect(await planOf(shop, member)).toMatchObject({ planKey: "plan_pro" });
    expect(await paymentsOf(member)).toHaveLength(2);
    expect(await shop.db.prisma.planChange.findMany({ where: { userId: member.user.id } })).toMatchObject([
      { status: "done" },
    ]);
  });

  test("that never reached Stripe is not called done because a later one was", async () => {
    const member = await subscribe(shop, "plan_basic_month");
    const { token } = await previewPlanChange(as(member), { lookupKey: "plan_pro_month" });
    await shop.stripe.breakApi({ kind: "500", count: 6, route: "POST /v1/subscriptions/{id}" });
    const never = confirmPlanChange(as(member), { lookupKey: "plan_pro_month", token });
    await expect(never).rejects.toThrow();
    await shop.stripe.heal();
    await shop.advance(day);
    expect((await change(member, "plan_pro_month")).outcome).toEqual({ outcome: "changed" });
    const where = { userId: member.user.id, status: "done" as const };
    expect(await shop.db.prisma.planChange.count({ where })).toBe(1);
  });

  test("from monthly to yearly bills the year at once and brings the year's months", async () => {
    const member = await subscribe(shop, "plan_basic_month");
    await shop.advance(15 * day);
    const { preview, outcome } = await change(member, "plan_basic_year");
    expect(outcome).toEqual({ outcome: "changed" });
    expect((await paymentsOf(member)).at(-1)?.amountMinor).toBe(preview.dueNowMinor);
    await shop.advance(40 * day);
    await shop.settle();
    expect(await creditsOf(shop, member)).toBe(1_000);
    expect(await planOf(shop, member)).toMatchObject({ interval: "year" });
  });
});

test("from monthly to yearly can be confirmed minutes after its preview, as people do", async () => {
  const member = await subscribe(shop, "plan_pro_month");
  await shop.advance(3 * day);
  const { token, dueNowMinor, creditsNowMilli } = await previewPlanChange(as(member), {
    lookupKey: "plan_pro_year",
  });
  await shop.advance(300);
  expect(await confirmPlanChange(as(member), { lookupKey: "plan_pro_year", token })).toEqual({
    outcome: "changed",
  });
  expect((await paymentsOf(member)).at(-1)?.amountMinor).toBe(dueNowMinor);
  expect(await creditsOf(shop, member)).toBe(2_500 + Number(creditsNowMilli) / 1_000);
});

test.each([
  ["ahead of", 300],
  ["behind", -300],
])(
  "clock skew of five minutes, ours %s Stripe's: a new plan can be changed at once",
  async (_words, seconds) => {
    const member = await subscribe(shop, "plan_basic_month");
    await shop.stripe.breakDeliveries({ drop: 1_000 });
    const now = () => new Date(shop.ctx.clock.now().getTime() + seconds * 1_000);
    const skewed = { ...as(member), clock: { now } };
    const { token, dueNowMinor } = await previewPlanChange(skewed, { lookupKey: "plan_pro_month" });
    expect(await confirmPlanChange(as(member), { lookupKey: "plan_pro_month", token })).toEqual({
      outcome: "changed",
    });
    expect((await paymentsOf(member)).at(-1)?.amountMinor).toBe(dueNowMinor);
    expect(await planOf(shop, member)).toMatchObject({ planKey: "plan_pro" });
  },
);

test("plan change leaves two subscriptions: it never does, nor the change that was planned before", async () => {
  const member = await subscribe(shop, "plan_pro_month");
  await change(member, "plan_basic_month");
  expect(await planOf(shop, member)).toMatchObject({ next: { planKey: "plan_basic" } });
  expect((await change(member, "plan_pro_year")).outcome).toEqual({ outcome: "changed" });
  expect(await planOf(shop, member)).toMatchObject({ planKey: "plan_pro", interval: "year", next: null });
  await shop.advance(32 * day);
  await shop.settle();
  const plan = await planOf(shop, member);
  expect(plan).toMatchObject({ planKey: "plan_pro", interval: "year", next: null });
  expect(await paymentsOf(member)).toHaveLength(2);
  const stripe = stripeOf(shop);
  const { customer } = await stripe.subscriptions.retrieve(plan!.stripeSubscriptionId);
  const { data } = await stripe.subscriptions.list({ customer: customer as string, status: "all" });
  expect(data).toHaveLength(1);
  expect(await shop.db.prisma.subscription.count({ where: { userId: member.user.id } })).toBe(1);
});

describe("a downgrade", () => {
  test("waits for the period's end, costs nothing now, and then bills and brings the smaller plan", async () => {
    const member = await subscribe(shop, "plan_pro_month");
    await shop.advance(5 * day);
    const { preview, outcome } = await change(member, "plan_basic_month");
    expect(preview).toMatchObject({ when: "period_end", dueNowMinor: 0n, creditsNowMilli: 0n });
    expect(outcome).toMatchObject({ outcome: "planned" });
    expect(await planOf(shop, member)).toMatchObject({
      planKey: "plan_pro",
      next: { planKey: "plan_basic" },
    });
    expect(await creditsOf(shop, member)).toBe(2_500);
    await shop.advance(27 * day);
    await shop.settle();
    expect(await planOf(shop, member)).toMatchObject({ planKey: "plan_basic", next: null });
    expect(await creditsOf(shop, member)).toBe(1_000);
    expect((await paymentsOf(member)).map(({ amountMinor }) => amountMinor)).toEqual([10_000n, 5_000n]);
  });

  test("whose last answer is lost is known as soon as Stripe tells of its schedule", async () => {
    const member = await subscribe(shop, "plan_pro_month");
    await shop.advance(5 * day);
    const { token } = await previewPlanChange(as(member), { lookupKey: "plan_basic_month" });
    const route = "POST /v1/subscription_schedules/{id}";
    await shop.stripe.breakApi({ kind: "timeout_before", count: 1, route });
    await shop.stripe.breakApi({ kind: "timeout_after", count: 2, route });
    const confirmed = confirmPlanChange(
      { ...as(member), ...shop.hasty },
      { lookupKey: "plan_basic_month", token },
    );
    const refused = expect(confirmed).rejects.toMatchObject({ code: "payments.unavailable" });
    // What Stripe tells of the schedule before it has its phases is worked off meanwhile.
    await shop.settle();
    await refused;
    await shop.stripe.heal();
    await shop.settle();
    expect(await planOf(shop, member)).toMatchObject({
      planKey: "plan_pro",
      next: { planKey: "plan_basic" },
    });
  });

  test("keeps the discount that the plan has", async () => {
    const member = await subscribe(shop, "plan_pro_month");
    const { stripeSubscriptionId } = (await planOf(shop, member))!;
    const stripe = stripeOf(shop);
    const { id: coupon } = await stripe.coupons.create({ percent_off: 50, duration: "forever" });
    await stripe.subscriptions.update(stripeSubscriptionId, { discounts: [{ coupon }] });
    await change(member, "plan_basic_month");
    expect((await stripe.subscriptions.retrieve(stripeSubscriptionId)).discounts).toHaveLength(1);
    await shop.advance(32 * day);
    await shop.settle();
    expect((await paymentsOf(member)).map(({ amountMinor }) => amountMinor)).toEqual([10_000n, 2_500n]);
  });

  test("can be undone until then, and planned again", async () => {
    const member = await subscribe(shop, "plan_pro_month");
    await change(member, "plan_basic_month");
    await undoPlanChange(as(member));
    expect(await planOf(shop, member)).toMatchObject({ planKey: "plan_pro", next: null });
    await change(member, "plan_basic_month");
    expect(await planOf(shop, member)).toMatchObject({ next: { planKey: "plan_basic" } });
    await undoPlanChange(as(member));
    await shop.advance(32 * day);
    await shop.settle();
    expect(await creditsOf(shop, member)).toBe(2_500);
  });
});

describe("canceling", () => {
  test("keeps plan and credits until the period's end; then both end", async () => {
    const member = await subscribe(shop, "plan_basic_month");
    await cancelPlan(as(member), { reason: "too_expensive", comment: "for now" });
    const plan = await planOf(shop, member);
    expect(plan?.cancelsAt).toEqual(plan?.periodEndsAt);
    expect(await creditsOf(shop, member)).toBe(1_000);
    await expect(previewPlanChange(as(member), { lookupKey: "plan_pro_month" })).rejects.toMatchObject({
      code: "subscriptions.canceling",
    });
    await shop.advance(32 * day);
    await shop.settle();
    expect(await planOf(shop, member)).toBeNull();
    expect(await creditsOf(shop, member)).toBe(0);
    expect(await paymentsOf(member)).toHaveLength(1);
  });

  test("can be taken back, also when a change was planned before", async () => {
    const member = await subscribe(shop, "plan_pro_month");
    await change(member, "plan_basic_month");
    await cancelPlan(as(member), { reason: null });
    expect(await planOf(shop, member)).toMatchObject({ next: null });
    await resumePlan(as(member));
    expect(await planOf(shop, member)).toMatchObject({ cancelsAt: null, status: "active" });
    await shop.advance(32 * day);
    await shop.settle();
    expect(await creditsOf(shop, member)).toBe(2_500);
  });
});
