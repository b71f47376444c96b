import { afterAll, beforeEach, expect, test } from "vitest";
import { getBalance, verifyLedger } from "@/lib/credits";
import { openCreditNote, requestRefund, sendRefund, sendUnsentRefunds, viewRefunds } from "@/lib/refunds";
import { returnsOf, type PaidPayment } from "@/tests/setup/returns";
import { openShop } from "@/tests/setup/shop";

const shop = await openShop();
const { createAdmin, createPayment, inDashboard, refundsInStripe } = returnsOf(shop);
const admin = await createAdmin();

beforeEach(() => shop.stripe.heal());
afterAll(async () => {
  expect((await verifyLedger(shop.ctx)).differences).toEqual([]);
});

const refundsOf = ({ paymentId }: PaidPayment) => shop.db.prisma.refund.findMany({ where: { paymentId } });
const balanceOf = ({ userId }: PaidPayment) => getBalance(shop.ctx, userId);
/** But for what tells of a low balance, which a refund may be the reason of. */
const mailsOf = async ({ userId }: PaidPayment) =>
  (await shop.db.prisma.outboxEmail.findMany({ where: { userId, template: { not: "credits-low" } } })).map(
    ({ template }) => template,
  );

const { payments } = shop.ctx;
const killed = new Error("killed");

async function pendingRefund() {
  const payment = await createPayment();
  const { paymentId } = payment;
  const asked = { paymentId, credits: "claw_back", reason: null } as const;
  const { refundId } = await requestRefund(admin.as, asked);
  await shop.stripe.breakDeliveries({ drop: 1_000 });
  return { payment, refundId };
}

async function expectOneRefund(payment: PaidPayment): Promise<void> {
  expect(await refundsInStripe(payment)).toBe(1);
  expect(await refundsOf(payment)).toMatchObject([{ status: "succeeded", clawedMilli: 450_000n }]);
  expect((await balanceOf(payment)).totalMilli).toBe(0n);
  expect(await mailsOf(payment)).toEqual(["refund"]);
}

test("refund paid but not recorded: a process that dies after the call leaves one refund, found a week later", async () => {
  const { payment, refundId } = await pendingRefund();
  const createRefund: typeof payments.createRefund = async (refund) => {
    await payments.createRefund(refund);
    throw killed;
  };
  const dying = { ...shop.ctx, payments: { ...payments, createRefund } };
  await expect(sendRefund(dying, refundId)).rejects.toBe(killed);
  expect(await refundsOf(payment)).toMatchObject([{ status: "pending", stripeRefundId: null }]);
  expect((await balanceOf(payment)).totalMilli).toBe(450_000n);
  await shop.advance(7 * 86_400);
  await sendRefund(shop.ctx, refundId);
  await expectOneRefund(payment);
});

test("a process that dies before the call: the job asks again", async () => {
  const { payment, refundId } = await pendingRefund();
  const createRefund = () => Promise.reject(killed);
  const dying = { ...shop.ctx, payments: { ...payments, createRefund } };
  await expect(sendRefund(dying, refundId)).rejects.toBe(killed);
  expect(await refundsInStripe(payment)).toBe(0);
  await shop.drain();
  await expectOneRefund(payment);
});

test.each(["timeout_before", "timeout_after", "500"])("%s, again and again: one refund", async (kind) => {
  const { payment, refundId } = await pendingRefund();
  await shop.stripe.breakApi({ kind, count: 3, route: "POST /v1/refunds" });
  const once = () => sendRefund({ ...shop.ctx, ...shop.hasty }, refundId);
  await expect(once()).rejects.toMatchObject({ code: "payments.unavailable" });
  expect(await refundsOf(payment)).toMatchObject([{ status: "pending" }]);
  await once().catch(() => undefined);
  await shop.stripe.heal();
  await sendRefund(shop.ctx, refundId);
  await expectOneRefund(payment);
});

test("no try is repeated by its key alone, which Stripe forgets: a process may stand still for days", async () => {
  const { payment, refundId } = await pendingRefund();
  await shop.stripe.breakApi({ kind: "timeout_after", count: 1, route: "POST /v1/refunds" });
  const standing = sendRefund({ ...shop.ctx, ...shop.hasty }, refundId);
  await shop.advance(3 * 86_400);
  await expect(standing).rejects.toMatchObject({ code: "payments.unavailable" });
  await sendRefund(shop.ctx, refundId);
  await expectOneRefund(payment);
});

test("by several processes at once is one refund", async () => {
  const { payment, refundId } = await pendingRefund();
  await Promise.all(Array.from({ length: 6 }, () => sendRefund(shop.ctx, refundId)));
  await expectOneRefund(payment);
});

test("for one whose job is gone is done by the next round", async () => {
  const { payment } = await pendingRefund();
  await shop.db.sql({ name: "lose-jobs", text: "DELETE FROM graphile_worker._private_jobs", values: [] });
  await sendUnsentRefunds(shop.ctx);
  expect(await refundsInStripe(payment)).toBe(0);
  await shop.advance(360);
  await sendUnsentRefunds(shop.ctx);
  await expectOneRefund(payment);
});

test("Stripe's refusal fails the refund with its reason, takes no credits and mails nobody", async () => {
  const { payment, refundId } = await pendingRefund();
  await inDashboard("refunds", { payment_intent: payment.intentId });
  await sendRefund(shop.ctx, refundId);
  expect(await refundsOf(payment)).toMatchObject([
    { status: "failed", failureReason: "charge_already_refunded", stripeRefundId: null, clawedAt: null },
  ]);
  expect((await balanceOf(payment)).totalMilli).toBe(450_000n);
  expect(await mailsOf(payment)).toEqual([]);
});

test("stays clear while Stripe is unreachable, and is followed to its mail and credit note", async () => {
  const payment = await createPayment();
  await shop.stripe.breakApi({ kind: "500", count: 10, route: "POST /v1/refunds" });
  const asked = { paymentId: payment.paymentId, amountMinor: 1_000n, note: "Asked by mail" };
  const { refundId } = await requestRefund(admin.as, { ...asked, credits: "claw_back", reason: null });
  await shop.settle();
  const look = { paymentId: payment.paymentId, origin: null };
  const story = { id: refundId, status: "pending", stripeRefundId: null, creditNote: null, mail: null };
  expect(await viewRefunds(admin.as, look)).toMatchObject({
    ...{ leftMinor: 3_500n, unsentMinor: 1_000n, refundedMinor: 0n, userEmail: payment.user.email },
    refunds: [{ ...story, askedBy: admin.user.email, note: "Asked by mail" }],
  });
  await shop.stripe.heal();
  await shop.advance(600);
  await sendUnsentRefunds(shop.ctx);
  expect(await viewRefunds(admin.as, look)).toMatchObject({
    ...{ leftMinor: 3_500n, unsentMinor: 0n, refundedMinor: 1_000n },
    refunds: [
      {
        ...{ status: "succeeded", clawedMilli: 100_000n, approvedBy: null },
        creditNote: { number: expect.any(String) as string },
        mail: { template: "refund" },
      },
    ],
  });
  expect(await openCreditNote(admin.as, { refundId, origin: null })).toMatchObject({
    name: expect.stringMatching(/^CN-.*\.pdf$/) as string,
  });
  for (const none of [payment.paymentId, "none"])
    await expect(openCreditNote(admin.as, { refundId: none, origin: null })).rejects.toMatchObject({
      kind: "not_found",
    });
  await expect(openCreditNote(payment.as, { refundId, origin: null })).rejects.toMatchObject({
    code: "refunds.forbidden",
  });
  expect(await refundsInStripe(payment)).toBe(1);
  await expect(viewRefunds(admin.as, { ...look, paymentId: payment.intentId })).rejects.toMatchObject({
    code: "refunds.payment_not_found",
  });
});
