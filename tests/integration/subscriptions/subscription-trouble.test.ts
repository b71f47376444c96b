import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { startCheckout, startPlanCheckout } from "@/lib/checkout";
import { syncCatalog } from "@/lib/catalog";
import { verifyLedger } from "@/lib/credits";
import { adoptCustomer } from "@/lib/customers";
import { replayEvents } from "@/lib/stripe-events";
import {
  cancelPlan,
  confirmPlanChange,
  findOpenInvoice,
  pausePlan,
  prepareInvoice,
  previewPlanChange,
  unpausePlan,
} from "@/lib/subscriptions";
import { cards, payOnHostedPage } from "@/tests/setup/local-stripe-controls";
import { returnsOf } from "@/tests/setup/returns";
import { openShop } from "@/tests/setup/shop";
import {
  checkOutPlan,
  creditsOf,
  day,
  endAllPlans,
  mailsTo,
  planOf,
  stripeOf,
  subscribe,
  useCard,
} from "./subscribe";

// Months of billing, each with all that Stripe tells of it.
vi.setConfig({ testTimeout: 120_000 });
const shop = await openShop();
const admin = (await returnsOf(shop).createAdmin()).as;
beforeEach(() => shop.stripe.heal());
afterEach(() => endAllPlans(shop));

const pass = (days: number) => shop.advance(days * day).then(() => shop.settle());

describe("a renewal that fails", () => {
  test("brings no credits, says why, and is made good by a new card", async () => {
    const member = await subscribe(shop, "plan_basic_month");
    await useCard(shop, member, "pm_card_chargeCustomerFail");
    await pass(32);
    expect(await planOf(shop, member)).toMatchObject({ status: "past_due" });
    expect(await creditsOf(shop, member)).toBe(0);
    const open = await findOpenInvoice(shop.db, member.user.id);
    expect(open).toMatchObject({ dueMinor: 5_000n });
    const failed = await shop.db.prisma.payment.findFirstOrThrow({
      where: { userId: member.user.id, status: "failed" },
    });
    expect(failed).toMatchObject({ declineCode: "generic_decline", kind: "subscription" });
    expect(await mailsTo(shop, member)).toContain("payment-failed");
    await useCard(shop, member, "pm_card_visa");
    await stripeOf(shop).invoices.pay(open!.stripeInvoiceId);
    await shop.settle();
    expect(await planOf(shop, member)).toMatchObject({ status: "active" });
    expect(await creditsOf(shop, member)).toBe(1_000);
    expect(await findOpenInvoice(shop.db, member.user.id)).toBeNull();
    expect((await mailsTo(shop, member)).at(-1)).toBe("renewal-receipt");
  });

  test("for good ends the plan, and the credits that were paid end with their own period", async () => {
    const member = await subscribe(shop, "plan_basic_month");
    await useCard(shop, member, "pm_card_chargeCustomerFail");
    await pass(32);
    await pass(4);
    await pass(30);
    expect(await planOf(shop, member)).toBeNull();
    expect(await creditsOf(shop, member)).toBe(0);
    expect((await mailsTo(shop, member)).at(-1)).toBe("subscription-ended");
    expect((await mailsTo(shop, member)).filter((name) => name === "payment-failed").length).toBeGreaterThan(
      1,
    );
  });

  test("and was paid before an older reading of it is written: nobody is told that it failed", async () => {
    const member = await subscribe(shop, "plan_basic_month");
    await useCard(shop, member, "pm_card_chargeCustomerFail");
    await shop.stripe.breakDeliveries({ drop: 1_000 });
    await pass(32);
    const stripe = stripeOf(shop);
    const { stripeSubscriptionId: subscription } = (await planOf(shop, member))!;
    const [invoice] = (await stripe.invoices.list({ subscription, limit: 1 })).data;
    const unpaid = await prepareInvoice(shop.ctx, invoice!.id);
    await useCard(shop, member, "pm_card_visa");
    await stripe.invoices.pay(invoice!.id);
    const paid = await prepareInvoice(shop.ctx, invoice!.id);
    await shop.db.transaction((tx) => paid!(tx));
    await shop.db.transaction((tx) => unpaid!(tx));
    expect(await mailsTo(shop, member)).toEqual(["subscription-started", "renewal-receipt"]);
    expect(await creditsOf(shop, member)).toBe(1_000);
  });

  test("because of a card that needs authentication sends the member to the bank", async () => {
    const member = await subscribe(shop, "plan_basic_month");
    await useCard(shop, member, "pm_card_authenticationRequired");
    await pass(32);
    expect(await mailsTo(shop, member)).toContain("payment-action-required");
  });
});

describe("two subscriptions of one member", () => {
  test("subscription event before checkout event, second checkout paid in another tab: one plan stays, the other is paid back", async () => {
    const member = await shop.createBuyer();
    const first = await startPlanCheckout(member.as, { lookupKey: "plan_basic_month" });
    // The page of the first tab is withdrawn when the second opens: only what was paid already can be there twice.
    const stripe = stripeOf(shop);
    await payOnHostedPage(first.url, cards.ok);
    await shop.settle();
    const plan = (await planOf(shop, member))!;
    const { customer } = await stripe.subscriptions.retrieve(plan.stripeSubscriptionId);
    const [method] = (await stripe.customers.listPaymentMethods(customer as string)).data;
    const { stripePriceId } = await shop.db.prisma.catalogPrice.findUniqueOrThrow({
      where: { lookupKey: "plan_pro_month" },
    });
    await stripe.subscriptions.create({
      customer: customer as string,
      items: [{ price: stripePriceId }],
      default_payment_method: method!.id,
    });
    await shop.settle();
    await shop.settle();
    expect(await planOf(shop, member)).toMatchObject({ id: plan.id, planKey: "plan_basic" });
    expect(await creditsOf(shop, member)).toBe(1_000);
    const rows = await shop.db.prisma.subscription.findMany({
      where: { userId: member.user.id, surplus: true },
    });
    expect(rows).toMatchObject([{ status: "canceled" }]);
    const payments = await shop.db.prisma.payment.findMany({
      where: { userId: member.user.id },
      orderBy: { amountMinor: "asc" },
    });
    expect(payments).toMatchObject([
      { amountMinor: 5_000n, refundedMinor: 0n },
      { amountMinor: 10_000n, refundedMinor: 10_000n, problem: "second_subscription" },
    ]);
  });

  test("of two of their customers: the second is paid back, too", async () => {
    const member = await subscribe(shop, "plan_basic_month");
    const stripe = stripeOf(shop);
    const userId = member.user.id;
    const { id: customer } = await stripe.customers.create({ metadata: { user_id: userId } });
    await shop.db.transaction((tx) => adoptCustomer(tx, { userId, stripeCustomerId: customer }));
    const { id: card } = await stripe.paymentMethods.attach("pm_card_visa", { customer });
    const { stripePriceId: price } = await shop.db.prisma.catalogPrice.findUniqueOrThrow({
      where: { lookupKey: "plan_pro_month" },
    });
    await stripe.subscriptions.create({ customer, items: [{ price }], default_payment_method: card });
    await shop.settle();
    await shop.settle();
    expect(await planOf(shop, member)).toMatchObject({ planKey: "plan_basic" });
    expect(await creditsOf(shop, member)).toBe(1_000);
    const payments = await shop.db.prisma.payment.findMany({
      where: { userId },
      orderBy: { amountMinor: "asc" },
    });
    expect(payments).toMatchObject([{ refundedMinor: 0n }, { refundedMinor: 10_000n }]);
  });

  test("a plan of another customer of theirs is previewed, changed and canceled like any other", async () => {
    const member = await shop.createBuyer();
    const userId = member.user.id;
    await startCheckout(member.as, { lookupKey: "pack_500" });
    const stripe = stripeOf(shop);
    const { id: customer } = await stripe.customers.create({ metadata: { user_id: userId } });
    await shop.db.transaction((tx) => adoptCustomer(tx, { userId, stripeCustomerId: customer }));
    const { id: card } = await stripe.paymentMethods.attach("pm_card_visa", { customer });
    const { stripePriceId: price } = await shop.db.prisma.catalogPrice.findUniqueOrThrow({
      where: { lookupKey: "plan_basic_month" },
    });
    await stripe.subscriptions.create({ customer, items: [{ price }], default_payment_method: card });
    await shop.settle();
    expect(await planOf(shop, member)).toMatchObject({ planKey: "plan_basic" });

    await shop.stripe.breakDeliveries({ drop: 100 });
    const lookupKey = "plan_pro_month";
    const { token, creditsNowMilli } = await previewPlanChange(member.as, { lookupKey });
    expect(await confirmPlanChange(member.as, { lookupKey, token })).toEqual({ outcome: "changed" });
    expect(await planOf(shop, member)).toMatchObject({ planKey: "plan_pro" });
    expect(await creditsOf(shop, member)).toBe(1_000 + Number(creditsNowMilli) / 1_000);
    await cancelPlan(member.as, { reason: null });
    expect(await planOf(shop, member)).toMatchObject({ cancelsAt: expect.any(Date) as Date });
  });

  test("second checkout while subscribed, before Stripe's news arrived: refused, and nothing is sold twice", async () => {
    await shop.stripe.breakDeliveries({ drop: 100 });
    const member = await checkOutPlan(shop, "plan_basic_month");
    const sessions = await shop.stripe.count("checkout.session");
    await expect(startPlanCheckout(member.as, { lookupKey: "plan_pro_month" })).rejects.toMatchObject({
      code: "subscriptions.already_subscribed",
    });
    expect(await shop.stripe.count("checkout.session")).toBe(sessions);
    expect(await planOf(shop, member)).toMatchObject({ planKey: "plan_basic", status: "active" });
  });

  test("a second page withdraws the first, so that only one of them can be paid", async () => {
    const member = await shop.createBuyer();
    const first = await startPlanCheckout(member.as, { lookupKey: "plan_basic_month" });
    const second = await startPlanCheckout(member.as, { lookupKey: "plan_pro_month" });
    expect(second.url).not.toBe(first.url);
    await payOnHostedPage(first.url, cards.ok);
    await payOnHostedPage(second.url, cards.ok);
    await shop.settle();
    expect(await planOf(shop, member)).toMatchObject({ planKey: "plan_pro" });
    expect(await shop.db.prisma.payment.count({ where: { userId: member.user.id } })).toBe(1);
  });
});

test("invoice before subscription update, redelivered, and under another event id: one grant", async () => {
  const member = await checkOutPlan(shop, "plan_basic_month");
  await shop.stripe.breakDeliveries({ duplicate: 1_000, reorder: 1_000 });
  await shop.settle();
  await pass(32);
  await pass(1);
  expect(await creditsOf(shop, member)).toBe(1_000);
  expect(await shop.db.prisma.creditLot.count({ where: { userId: member.user.id } })).toBe(2);
});

test("a paused plan is not billed and brings nothing until it is resumed", async () => {
  const member = await subscribe(shop, "plan_basic_month");
  const userId = member.user.id;
  await pausePlan(admin, { userId, resumesAt: null });
  expect(await planOf(shop, member)).toMatchObject({ paused: true });
  await pass(32);
  expect(await creditsOf(shop, member)).toBe(0);
  await unpausePlan(admin, { userId });
  await pass(31);
  expect(await creditsOf(shop, member)).toBe(1_000);
  expect(await shop.db.prisma.payment.count({ where: { userId } })).toBe(2);
});

test("customer deleted in Stripe: has no plan any more, keeps the credits, and can begin again for good", async () => {
  const member = await subscribe(shop, "plan_basic_month");
  const { stripeSubscriptionId } = (await planOf(shop, member))!;
  const { customer } = await stripeOf(shop).subscriptions.retrieve(stripeSubscriptionId);
  await stripeOf(shop).customers.del(customer as string);
  await shop.settle();
  expect(await planOf(shop, member)).toBeNull();
  expect(await creditsOf(shop, member)).toBe(1_000);
  await checkOutPlan(shop, "plan_pro_month", member);
  await shop.settle();
  expect(await planOf(shop, member)).toMatchObject({ planKey: "plan_pro" });
  expect(await creditsOf(shop, member)).toBe(3_500);
  // What tells of the old customer once more, or only now, does not end the new one's plan.
  const operator = { ...shop.ctx, actor: { kind: "system", name: "test" } as const };
  await replayEvents(operator, { stripeCustomerId: customer as string });
  await shop.settle();
  expect(await planOf(shop, member)).toMatchObject({ planKey: "plan_pro", status: "active" });
});

test("a product without credits: an invoice that brought its credits before stays what it was", async () => {
  const member = await subscribe(shop, "plan_basic_month");
  const where = { userId: member.user.id };
  const { stripeInvoiceId } = await shop.db.prisma.invoice.findFirstOrThrow({ where });
  const { stripeProductId } = await shop.db.prisma.catalogPrice.findUniqueOrThrow({
    where: { lookupKey: "plan_basic_month" },
  });
  await stripeOf(shop).products.update(stripeProductId, { metadata: { credits: "" } });
  await shop.settle();
  const write = await prepareInvoice(shop.ctx, stripeInvoiceId);
  await shop.db.transaction((tx) => write!(tx));
  const kept = { problem: null, creditsMilli: 1_000_000n };
  expect(await shop.db.prisma.invoice.findMany({ where })).toMatchObject([kept]);
  expect(await shop.db.prisma.payment.findMany({ where })).toMatchObject([kept]);
  await syncCatalog(shop.ctx);
});

test("a price that the catalogue does not know is billed by Stripe, brings nothing, and is shown as a problem", async () => {
  const member = await subscribe(shop, "plan_basic_month");
  const stripe = stripeOf(shop);
  const { stripeSubscriptionId, stripeItemId } = (await planOf(shop, member))!;
  const price = await stripe.prices.create({
    currency: "usd",
    unit_amount: 700,
    recurring: { interval: "month" },
    product_data: { name: "Made by hand" },
  });
  await stripe.subscriptions.update(stripeSubscriptionId, {
    items: [{ id: stripeItemId, price: price.id }],
    proration_behavior: "none",
  });
  await pass(32);
  expect(await creditsOf(shop, member)).toBe(0);
  const invoice = await shop.db.prisma.invoice.findFirstOrThrow({
    where: { userId: member.user.id, totalMinor: 700n },
  });
  expect(invoice).toMatchObject({ status: "paid", problem: "price_unknown", creditedAt: null });
});

test("the ledger adds up after all of it", async () => {
  expect((await verifyLedger(shop.ctx)).differences).toEqual([]);
  const unfinished = await shop.db.prisma.stripeEvent.findMany({
    where: { status: { in: ["pending", "failed", "dead"] } },
    select: { type: true, error: true },
  });
  expect(unfinished).toEqual([]);
});
