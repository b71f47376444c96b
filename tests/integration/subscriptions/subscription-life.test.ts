import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { spendCredits, verifyLedger } from "@/lib/credits";
import { fulfilCheckout, startPlanCheckout } from "@/lib/checkout";
import { handledEventTypes } from "@/lib/stripe-events";
import { openShop } from "@/tests/setup/shop";
import { cards, payOnHostedPage } from "@/tests/setup/local-stripe-controls";
import { checkOutPlan, creditsOf, day, endAllPlans, mailsTo, planOf, stripeOf, subscribe } from "./subscribe";

// Months of billing, each with all that Stripe tells of it.
vi.setConfig({ testTimeout: 120_000 });
const shop = await openShop();
beforeEach(() => shop.stripe.heal());
afterEach(() => endAllPlans(shop));

describe("a plan", () => {
  test("begins with its first payment: credits until the period's end, invoice and payment on record", async () => {
    const member = await subscribe(shop, "plan_basic_month");
    expect(await creditsOf(shop, member)).toBe(1_000);
    expect(await planOf(shop, member)).toMatchObject({
      planKey: "plan_basic",
      status: "active",
      interval: "month",
      amountMinor: 5_000n,
    });
    const invoice = await shop.db.prisma.invoice.findFirstOrThrow({ where: { userId: member.user.id } });
    expect(invoice).toMatchObject({
      status: "paid",
      totalMinor: 5_000n,
      creditsMilli: 1_000_000n,
      problem: null,
    });
    expect(await shop.db.prisma.payment.findMany({ where: { userId: member.user.id } })).toMatchObject([
      { kind: "subscription", status: "succeeded", invoiceId: invoice.id, amountMinor: 5_000n },
    ]);
    expect((await verifyLedger(shop.ctx)).differences).toEqual([]);
  });

  test("renewal credits never overlapping, balance right after the first expiry: the old month's rest goes, the new month's come", async () => {
    const member = await subscribe(shop, "plan_basic_month");
    await spendCredits(shop.ctx, { userId: member.user.id, key: "run:1", creditsMilli: 300_000n });
    expect(await creditsOf(shop, member)).toBe(700);
    await shop.advance(32 * day);
    await shop.settle();
    expect(await creditsOf(shop, member)).toBe(1_000);
    const lots = await shop.db.prisma.creditLot.findMany({
      where: { userId: member.user.id },
      orderBy: { no: "asc" },
    });
    expect(lots).toHaveLength(2);
    expect(lots[1]?.effectiveAt).toEqual(lots[0]?.expiresAt);
  });

  test("is not sold twice: a second checkout while subscribed is refused", async () => {
    const member = await subscribe(shop, "plan_basic_month");
    await expect(startPlanCheckout(member.as, { lookupKey: "plan_pro_month" })).rejects.toMatchObject({
      code: "subscriptions.already_subscribed",
    });
  });

  test("yearly plan grants monthly: each month's credits count in their month", async () => {
    const member = await subscribe(shop, "plan_basic_year");
    expect(await creditsOf(shop, member)).toBe(1_000);
    await shop.advance(40 * day);
    await shop.settle();
    expect(await creditsOf(shop, member)).toBe(1_000);
    expect(await shop.db.prisma.creditLot.count({ where: { userId: member.user.id } })).toBe(12);
    expect(await shop.db.prisma.payment.count({ where: { userId: member.user.id } })).toBe(1);
  });
});

test("amounts of 0: a plan that a coupon makes free brings its credits without a payment", async () => {
  const stripe = stripeOf(shop);
  const { id: coupon } = await stripe.coupons.create({ percent_off: 100, duration: "once" });
  await stripe.promotionCodes.create({ code: "FREEMONTH", promotion: { type: "coupon", coupon } });
  const member = await shop.createBuyer();
  const { url } = await startPlanCheckout(member.as, { lookupKey: "plan_basic_month" });
  const body = new URLSearchParams({ promotion_code: "FREEMONTH" });
  await fetch(`${url}/promotion`, { method: "POST", body, redirect: "manual" });
  await payOnHostedPage(url, cards.ok);
  await shop.settle();
  expect(await planOf(shop, member)).toMatchObject({ planKey: "plan_basic", status: "active" });
  expect(await creditsOf(shop, member)).toBe(1_000);
  const where = { userId: member.user.id };
  expect(await shop.db.prisma.invoice.findMany({ where })).toMatchObject([
    { status: "paid", totalMinor: 0n, problem: null },
  ]);
  expect(await shop.db.prisma.payment.count({ where })).toBe(0);
  expect(await mailsTo(shop, member)).toEqual(["subscription-started"]);
});

test("the success page's fulfilment and the webhooks, in any order and number, are one grant", async () => {
  const member = await checkOutPlan(shop, "plan_pro_month");
  const { stripeSessionId } = await shop.db.prisma.checkout.findFirstOrThrow({
    where: { userId: member.user.id },
  });
  const outcomes = await Promise.all(
    Array.from({ length: 5 }, () => fulfilCheckout(shop.ctx, stripeSessionId!)),
  );
  expect(outcomes).toEqual(Array.from({ length: 5 }, () => ({ outcome: "completed" })));
  expect(await creditsOf(shop, member)).toBe(2_500);
  await shop.settle();
  expect(await creditsOf(shop, member)).toBe(2_500);
  const events = await shop.db.prisma.stripeEvent.findMany({ where: { status: { not: "processed" } } });
  expect(events.filter(({ status }) => status !== "ignored")).toEqual([]);
});

test("of a first payment of which only the payment's own event arrives, nothing is missing", async () => {
  const heard = ["payment_intent.succeeded"];
  await shop.stripe.breakDeliveries({
    drop: 1_000,
    types: handledEventTypes.filter((type) => !heard.includes(type)),
  });
  const member = await checkOutPlan(shop, "plan_basic_month");
  await shop.settle();
  expect(await planOf(shop, member)).toMatchObject({ planKey: "plan_basic", status: "active" });
  expect(await creditsOf(shop, member)).toBe(1_000);
  expect(await mailsTo(shop, member)).toEqual(["subscription-started"]);
  expect(await shop.db.prisma.billingDocument.count({ where: { userId: member.user.id } })).toBe(1);
});
