import { describe, expect, test, vi } from "vitest";
import { verifyLedger } from "@/lib/credits";
import { findStripeCustomer } from "@/lib/customers";
import {
  cancelPlan,
  confirmPlanChange,
  pausePlan,
  previewPlanChange,
  resumePlan,
  undoPlanChange,
  unpausePlan,
} from "@/lib/subscriptions";
import { returnsOf } from "@/tests/setup/returns";
import { openShop } from "@/tests/setup/shop";
import { creditsOf, mailsTo, planOf, stripeOf, subscribe, useCard } from "./subscribe";

vi.setConfig({ testTimeout: 60_000 });
const shop = await openShop();

test("without a plan there is nothing to change, cancel or pause", async () => {
  const { as, user } = await shop.createBuyer();
  const { as: admin } = await returnsOf(shop).createAdmin();
  const userId = user.id;
  const lookupKey = "plan_basic_month";
  const token = `${Math.floor(as.clock.now().getTime() / 1_000)}.x`;
  const tries = [
    () => previewPlanChange(as, { lookupKey }),
    () => confirmPlanChange(as, { lookupKey, token }),
    () => undoPlanChange(as),
    () => cancelPlan(as, { reason: null }),
    () => resumePlan(as),
    () => pausePlan(admin, { userId, resumesAt: null }),
    () => unpausePlan(admin, { userId }),
  ];
  for (const attempt of tries)
    await expect(attempt()).rejects.toMatchObject({ code: "subscriptions.no_plan", kind: "not_found" });
});

test("an upgrade that the bank refuses is an outcome and changes nothing; with another card it can be tried again", async () => {
  const member = await subscribe(shop, "plan_basic_month");
  const lookupKey = "plan_pro_month";
  const confirm = async () => {
    const { token } = await previewPlanChange(member.as, { lookupKey });
    return confirmPlanChange(member.as, { lookupKey, token });
  };
  const changes = async () => {
    const rows = await shop.db.prisma.planChange.findMany({
      where: { userId: member.user.id },
      orderBy: { createdAt: "asc" },
    });
    return rows.map(({ status, failureCode }) => [status, failureCode]);
  };
  await expect(undoPlanChange(member.as)).rejects.toMatchObject({ code: "subscriptions.not_planned" });
  await expect(previewPlanChange(member.as, { lookupKey: "plan_basic_month" })).rejects.toMatchObject({
    code: "subscriptions.same_plan",
  });

  await useCard(shop, member, "pm_card_chargeCustomerFail");
  expect(await confirm()).toMatchObject({ outcome: "refused", code: "card_declined" });
  await useCard(shop, member, "pm_card_authenticationRequired");
  await shop.advance(1);
  expect(await confirm()).toEqual({ outcome: "needs_authentication" });
  await shop.settle();
  expect(await planOf(shop, member)).toMatchObject({ planKey: "plan_basic", status: "active" });
  expect(await creditsOf(shop, member)).toBe(1_000);
  const failures = [
    ["failed", "generic_decline"],
    ["failed", "needs_authentication"],
  ];
  expect(await changes()).toEqual(failures);

  await useCard(shop, member, "pm_card_visa");
  await shop.advance(1);
  expect(await confirm()).toEqual({ outcome: "changed" });
  expect(await changes()).toEqual([...failures, ["done", null]]);
  expect(await planOf(shop, member)).toMatchObject({ planKey: "plan_pro" });
});

describe("an invoice that support writes to a member", () => {
  test("is on record once it is no draft, brings no credits, and is not taken for a plan's", async () => {
    const member = await subscribe(shop, "plan_basic_month");
    const mailed = await mailsTo(shop, member);
    const stripe = stripeOf(shop);
    const customer = (await findStripeCustomer(shop.db, member.user.id))!;
    const { id } = await stripe.invoices.create({ customer });
    const ours = () => shop.db.prisma.invoice.findUnique({ where: { stripeInvoiceId: id } });
    await stripe.invoiceItems.create({
      ...{ customer, invoice: id, amount: 2_000, currency: "usd", description: "Help with an import" },
    });
    await shop.settle();
    expect(await ours()).toBeNull();

    await stripe.invoices.finalizeInvoice(id);
    const { id: card } = await stripe.paymentMethods.attach("pm_card_visa", { customer });
    await stripe.invoices.pay(id, { payment_method: card });
    await shop.settle();
    expect(await ours()).toMatchObject({
      ...{ status: "paid", paidMinor: 2_000n, subscriptionId: null, problem: null, creditsMilli: 0n },
    });
    const payment = await shop.db.prisma.payment.findFirstOrThrow({
      where: { userId: member.user.id, amountMinor: 2_000n },
    });
    expect(payment).toMatchObject({ status: "succeeded", description: "Help with an import", problem: null });
    expect(await creditsOf(shop, member)).toBe(1_000);
    expect(await mailsTo(shop, member)).toEqual(mailed);
    expect((await verifyLedger(shop.ctx)).differences).toEqual([]);
  });
});
