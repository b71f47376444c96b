import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ensureCustomer } from "@/lib/customers";
import {
  cancelPlan,
  confirmPlanChange,
  endPlanNow,
  extendTrial,
  pausePlan,
  previewPlanChange,
  previewPlanEnd,
  resumePlan,
  undoPlanChange,
  unpausePlan,
} from "@/lib/subscriptions";
import { returnsOf } from "@/tests/setup/returns";
import { openShop } from "@/tests/setup/shop";
import { creditsOf, day, endAllPlans, mailsTo, planOf, stripeOf, subscribe, type Member } from "./subscribe";

// Months of billing, each with all that Stripe tells of it.
vi.setConfig({ testTimeout: 120_000 });
const shop = await openShop();
const { as: admin } = await returnsOf(shop).createAdmin();
beforeEach(() => shop.stripe.heal());
afterEach(() => endAllPlans(shop));

async function startTrial(days: number): Promise<Member> {
  const member = await shop.createBuyer();
  const stripe = stripeOf(shop);
  const customer = await ensureCustomer(shop.ctx, member.user.id);
  const { id: card } = await stripe.paymentMethods.attach("pm_card_visa", { customer });
  const { stripePriceId: price } = await shop.db.prisma.catalogPrice.findUniqueOrThrow({
    where: { lookupKey: "plan_basic_month" },
  });
  const trial = { trial_period_days: days, default_payment_method: card };
  await stripe.subscriptions.create({ customer, items: [{ price }], ...trial });
  await shop.settle();
  return member;
}

test("only an admin acts on somebody's plan for them, and never on their own", async () => {
  const member = await subscribe(shop, "plan_basic_month");
  const other = await shop.createBuyer();
  const lookupKey = "plan_pro_month";
  const own = { ...member.as, actor: { ...member.as.actor, role: "admin" as const } };
  const cases = [shop.ctx, other.as, member.as, own].map((as) => ({ as, userId: member.user.id }));
  // PostgreSQL takes an id in capitals for the same one.
  for (const { as, userId } of [...cases, { as: own, userId: member.user.id.toUpperCase() }]) {
    const tries = [
      () => cancelPlan(as, { userId, reason: null }),
      () => resumePlan(as, { userId }),
      () => undoPlanChange(as, { userId }),
      () => previewPlanChange(as, { userId, lookupKey }),
      () => confirmPlanChange(as, { userId, lookupKey, token: "0.x" }),
      () => previewPlanChange(as, { lookupKey, when: "period_end" }),
      () => extendTrial(as, { userId, endsAt: new Date() }),
      () => previewPlanEnd(as, { userId, refund: "none" }),
      () => pausePlan(as, { userId, resumesAt: null }),
      () => unpausePlan(as, { userId }),
      () => endPlanNow(as, { userId, refund: "none", token: "0.x" }),
    ];
    for (const attempt of tries)
      await expect(attempt()).rejects.toMatchObject({ code: "subscriptions.forbidden", kind: "forbidden" });
  }
  expect(await planOf(shop, member)).toMatchObject({ planKey: "plan_basic", cancelsAt: null });
});

test("future periods are canceled and the end is taken back, as often as asked, with one mail each", async () => {
  const member = await subscribe(shop, "plan_basic_month");
  const userId = member.user.id;
  const ending = () => cancelPlan(admin, { userId, reason: "customer_service", comment: "Asked by mail" });
  await ending();
  await ending();
  await shop.settle();
  const plan = await planOf(shop, member);
  expect(plan?.cancelsAt).toEqual(plan?.periodEndsAt);
  await resumePlan(admin, { userId });
  await resumePlan(admin, { userId });
  await shop.settle();
  expect(await planOf(shop, member)).toMatchObject({ status: "active", cancelsAt: null });
  expect((await mailsTo(shop, member)).slice(-2)).toEqual(["subscription-canceled", "subscription-resumed"]);
});

test("an upgrade may wait for the period's end where an admin says so, and is taken back", async () => {
  const member = await subscribe(shop, "plan_basic_month");
  const userId = member.user.id;
  const choice = { userId, lookupKey: "plan_pro_month", when: "period_end" } as const;
  const preview = await previewPlanChange(admin, choice);
  const { periodEndsAt } = (await planOf(shop, member))!;
  expect(preview).toMatchObject({
    when: "period_end",
    at: periodEndsAt,
    dueNowMinor: 0n,
    creditsNowMilli: 0n,
  });
  const { token } = preview;
  await expect(confirmPlanChange(admin, { ...choice, when: "now", token })).rejects.toMatchObject({
    code: "subscriptions.stale_preview",
  });
  expect(await confirmPlanChange(admin, { ...choice, token })).toEqual({
    outcome: "planned",
    at: periodEndsAt,
  });
  expect(await planOf(shop, member)).toMatchObject({ planKey: "plan_basic", next: { planKey: "plan_pro" } });
  await undoPlanChange(admin, { userId });
  expect(await planOf(shop, member)).toMatchObject({ planKey: "plan_basic", next: null });
});

test("a downgrade may happen at once where an admin says so: the credits stay, the money is kept for later", async () => {
  const member = await subscribe(shop, "plan_pro_month");
  await shop.advance(10 * day);
  const choice = { userId: member.user.id, lookupKey: "plan_basic_month", when: "now" } as const;
  const { token, ...preview } = await previewPlanChange(admin, choice);
  expect(preview).toMatchObject({ when: "now", dueNowMinor: 0n, creditsNowMilli: 0n });
  expect(await confirmPlanChange(admin, { ...choice, token })).toEqual({ outcome: "changed" });
  await shop.settle();
  expect(await planOf(shop, member)).toMatchObject({ planKey: "plan_basic", status: "active" });
  expect(await creditsOf(shop, member)).toBe(2_500);
  await shop.advance(25 * day);
  await shop.settle();
  expect(await creditsOf(shop, member)).toBe(1_000);
  const renewal = await shop.db.prisma.invoice.findFirstOrThrow({
    where: { userId: member.user.id },
    orderBy: { issuedAt: "desc" },
  });
  const kept = preview.givenBackMinor - preview.chargeMinor;
  expect(kept).toBeGreaterThan(0n);
  expect([renewal.totalMinor, renewal.paidMinor]).toEqual([5_000n, 5_000n - kept]);
});

test("from yearly to monthly waits for the period's end, whoever asks", async () => {
  const member = await subscribe(shop, "plan_pro_year");
  const choice = { userId: member.user.id, lookupKey: "plan_pro_month" };
  await expect(previewPlanChange(admin, { ...choice, when: "now" })).rejects.toMatchObject({
    code: "subscriptions.needs_period_end",
  });
  expect(await previewPlanChange(admin, choice)).toMatchObject({ when: "period_end" });
});

test("a trial ends later where an admin says so: nothing is billed before, and its credits come once", async () => {
  const member = await startTrial(7);
  const userId = member.user.id;
  const { trialEndsAt } = (await planOf(shop, member))!;
  const endsAt = new Date(trialEndsAt!.getTime() + 14 * day * 1_000);
  const credits = await creditsOf(shop, member);
  for (const wrong of [new Date(trialEndsAt!.getTime() - 1_000), new Date(0)])
    await expect(extendTrial(admin, { userId, endsAt: wrong })).rejects.toMatchObject({
      code: "subscriptions.trial_not_later",
    });
  await shop.stripe.breakApi({ kind: "timeout_after", count: 3, route: "POST /v1/subscriptions/{id}" });
  await expect(extendTrial({ ...admin, ...shop.hasty }, { userId, endsAt })).rejects.toMatchObject({
    code: "payments.unavailable",
  });
  await shop.stripe.heal();
  await extendTrial(admin, { userId, endsAt });
  await extendTrial(admin, { userId, endsAt });
  await shop.settle();
  expect(await planOf(shop, member)).toMatchObject({ status: "trialing", trialEndsAt: endsAt });
  expect((await mailsTo(shop, member)).filter((mail) => mail === "trial-extended")).toHaveLength(1);
  expect(await creditsOf(shop, member)).toBe(credits);
  await shop.advance(10 * day);
  await shop.settle();
  expect(await planOf(shop, member)).toMatchObject({ status: "trialing" });
  expect(await shop.db.prisma.payment.count({ where: { userId } })).toBe(0);
  await shop.advance(12 * day);
  await shop.settle();
  expect(await planOf(shop, member)).toMatchObject({ status: "active", periodStartsAt: endsAt });
  expect(await creditsOf(shop, member)).toBe(1_000);
  await expect(extendTrial(admin, { userId, endsAt })).rejects.toMatchObject({
    code: "subscriptions.not_on_trial",
  });
});

test("a trial whose change of plan is planned, and no plan at all, cannot be extended", async () => {
  const member = await startTrial(7);
  const nobody = await shop.createBuyer();
  const later = { endsAt: new Date(shop.ctx.clock.now().getTime() + 30 * day * 1_000) };
  await expect(extendTrial(admin, { userId: nobody.user.id, ...later })).rejects.toMatchObject({
    code: "subscriptions.no_plan",
  });
  const choice = { userId: member.user.id, lookupKey: "plan_pro_month", when: "period_end" } as const;
  const { token } = await previewPlanChange(admin, choice);
  await confirmPlanChange(admin, { ...choice, token });
  await expect(extendTrial(admin, { userId: member.user.id, ...later })).rejects.toMatchObject({
    code: "subscriptions.change_planned",
  });
});
