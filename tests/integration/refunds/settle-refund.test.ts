import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { startCheckout } from "@/lib/checkout";
import { getBalance, verifyLedger } from "@/lib/credits";
import { requestRefund, sendRefund } from "@/lib/refunds";
import { processStripeEvent } from "@/lib/stripe-events";
import { signed, stripeEvent } from "@/tests/factories/stripe-event";
import { cards, payOnHostedPage } from "@/tests/setup/local-stripe-controls";
import { returnsOf, type PaidPayment } from "@/tests/setup/returns";
import { openShop, webhookSecret } from "@/tests/setup/shop";

const shop = await openShop();
const { createAdmin, createPayment, dispute, inDashboard } = returnsOf(shop);
const admin = await createAdmin();

beforeEach(() => shop.stripe.heal());
afterAll(async () => {
  expect((await verifyLedger(shop.ctx)).differences).toEqual([]);
});

type Paid = Pick<PaidPayment, "paymentId" | "userId">;

const request = ({ paymentId }: Paid, amountMinor?: bigint) =>
  requestRefund(admin.as, { paymentId, amountMinor, credits: "claw_back", reason: null });
const refundsOf = ({ paymentId }: Paid) =>
  shop.db.prisma.refund.findMany({ where: { paymentId }, orderBy: { id: "asc" } });
const balanceOf = ({ userId }: Paid) => getBalance(shop.ctx, userId);
const refundedOf = async ({ paymentId }: Paid) =>
  (await shop.db.prisma.payment.findUniqueOrThrow({ where: { id: paymentId } })).refundedMinor;
/** But for what tells of a low balance, which a refund may be the reason of. */
const mailsOf = async ({ userId }: Paid) =>
  (
    await shop.db.prisma.outboxEmail.findMany({
      where: { userId, template: { not: "credits-low" } },
      orderBy: { createdAt: "asc" },
    })
  ).map(({ template }) => template);
const revocationsOf = ({ userId }: Paid) =>
  shop.db.prisma.creditEntry.count({ where: { userId, reason: "revoke" } });
const notesOf = async ({ paymentId }: Paid) =>
  (await shop.db.prisma.billingDocument.findMany({ where: { paymentId, kind: "credit_note" } })).length;

async function deliver(type: string, id: string): Promise<string> {
  const event = stripeEvent({ type, object: { id, object: "refund", customer: null } });
  const body = JSON.stringify(event);
  await fetch(shop.webhookUrl, { method: "POST", body, headers: signed(body, { secret: webhookSecret }) });
  return event.id;
}

/** A purchase through the hosted page of which no webhook has arrived. */
async function unheardPurchase() {
  const { as, user } = await shop.createBuyer();
  const { url } = await startCheckout(as, { lookupKey: "pack_500" });
  await payOnHostedPage(url, cards.ok);
  const checkout = await shop.db.prisma.checkout.findFirstOrThrow({ where: { userId: user.id } });
  const { paymentIntentId } = await shop.ctx.payments.getCheckout(checkout.stripeSessionId!);
  return { userId: user.id, intentId: paymentIntentId!, sessionId: checkout.stripeSessionId! };
}

describe("a refund that nobody asked us for", () => {
  test("dashboard refund: takes the credits, the sum, the note and the mail as one of ours does", async () => {
    const payment = await createPayment();
    await inDashboard("refunds", { payment_intent: payment.intentId, amount: "1500", reason: "duplicate" });
    await shop.settle();
    expect(await refundsOf(payment)).toMatchObject([
      {
        status: "succeeded",
        amountMinor: 1_500n,
        requestedById: null,
        reason: "duplicate",
        clawedMilli: 150_000n,
      },
    ]);
    expect((await balanceOf(payment)).totalMilli).toBe(300_000n);
    expect(await refundedOf(payment)).toBe(1_500n);
    expect([await mailsOf(payment), await notesOf(payment)]).toEqual([["refund"], 1]);
    await expect(request(payment, 3_001n)).rejects.toMatchObject({ leftMinor: 3_000n });
  });

  test("with the id of a refund that is another one's is a refund of its own", async () => {
    const payment = await createPayment();
    const { refundId } = await request(payment, 1_000n);
    await shop.settle();
    await inDashboard("refunds", {
      payment_intent: payment.intentId,
      amount: "500",
      "metadata[refund_id]": refundId,
    });
    await shop.settle();
    expect(await refundsOf(payment)).toHaveLength(2);
    expect(await refundedOf(payment)).toBe(1_500n);
  });
});

describe("events in any order and number", () => {
  test("redelivered refund, under its own event and others, in reverse: one clawback, one mail", async () => {
    const payment = await createPayment();
    await shop.stripe.breakDeliveries({ duplicate: 20, reorder: 4 });
    await request(payment, 1_500n);
    await shop.settle();
    const [refund] = await refundsOf(payment);
    for (const type of ["refund.updated", "refund.created", "refund.failed"])
      await deliver(type, refund!.stripeRefundId!);
    await Promise.all([shop.drain(), shop.drain(), shop.drain()]);
    expect(await refundsOf(payment)).toMatchObject([{ status: "succeeded" }]);
    expect([await revocationsOf(payment), await notesOf(payment)]).toEqual([1, 1]);
    expect((await balanceOf(payment)).totalMilli).toBe(300_000n);
    expect(await mailsOf(payment)).toEqual(["refund"]);
  });

  test("the webhook before the answer of the call that made it: the answer changes nothing", async () => {
    const payment = await createPayment();
    const { refundId } = await request(payment);
    const { payments } = shop.ctx;
    const createRefund: typeof payments.createRefund = async (refund) => {
      const answer = await payments.createRefund(refund);
      await processStripeEvent(shop.ctx, await deliver("refund.created", answer.stripeRefundId));
      return { ...answer, status: "pending" };
    };
    await sendRefund({ ...shop.ctx, payments: { ...payments, createRefund } }, refundId);
    expect(await refundsOf(payment)).toMatchObject([{ id: refundId, status: "succeeded" }]);
    expect(await revocationsOf(payment)).toBe(1);
  });

  test("refund event before the payment's: the payment is read first, with its credits", async () => {
    await shop.stripe.breakDeliveries({ drop: 1_000 });
    const purchase = await unheardPurchase();
    const { id } = await inDashboard("refunds", { payment_intent: purchase.intentId, amount: "1500" });
    const eventId = await deliver("refund.created", id);
    await processStripeEvent(shop.ctx, eventId);
    const payment = await shop.db.prisma.payment.findFirstOrThrow({ where: { userId: purchase.userId } });
    expect(payment).toMatchObject({ status: "succeeded", refundedMinor: 1_500n });
    expect((await getBalance(shop.ctx, purchase.userId)).totalMilli).toBe(333_334n);
    await deliver("payment_intent.succeeded", purchase.intentId);
    await shop.drain();
    expect((await getBalance(shop.ctx, purchase.userId)).totalMilli).toBe(333_334n);
  });

  test("one of a payment that is not ours is ignored with the reason", async () => {
    const { id: intentId } = await inDashboard("payment_intents", {
      ...{ amount: "700", currency: "usd", payment_method: "pm_card_visa", confirm: "true" },
      "payment_method_types[]": "card",
    });
    const { id } = await inDashboard("refunds", { payment_intent: intentId });
    const eventId = await deliver("refund.created", id);
    await processStripeEvent(shop.ctx, eventId);
    const event = await shop.db.prisma.stripeEvent.findUniqueOrThrow({ where: { id: eventId } });
    expect(event).toMatchObject({ status: "ignored", note: "not our payment" });
  });

  test("credits that come after the refund and a dispute of their money are taken and frozen when they come", async () => {
    const purchase = await unheardPurchase();
    const { payments } = shop.ctx;
    const bent = {
      ...shop.ctx,
      payments: {
        ...payments,
        getCheckout: async (id: string) => ({ ...(await payments.getCheckout(id)), amountTotalMinor: 1n }),
      },
    };
    await shop.stripe.flush();
    await processStripeEvent(bent, await deliver("checkout.session.completed", purchase.sessionId));
    const row = await shop.db.prisma.payment.findFirstOrThrow({ where: { userId: purchase.userId } });
    const payment = { paymentId: row.id, userId: purchase.userId };
    expect(row).toMatchObject({ problem: "amount_differs", creditedAt: null });
    const aftermath = ["refund.created", "charge.dispute.created", "charge.dispute.funds_withdrawn"];
    await shop.stripe.breakDeliveries({ drop: 10, types: aftermath });
    const { refundId } = await request(payment, 1_500n);
    await sendRefund(shop.ctx, refundId);
    expect(await refundsOf(payment)).toMatchObject([{ status: "succeeded", clawedAt: null }]);
    const { id } = await dispute({ charge: row.stripeChargeId });
    await processStripeEvent(shop.ctx, await deliver("charge.dispute.created", id));
    await shop.settle();
    expect(await balanceOf(payment)).toMatchObject({ totalMilli: 0n, frozenMilli: 333_334n });
    expect(await refundsOf(payment)).toMatchObject([{ clawedMilli: 166_666n, debtMilli: 0n }]);
  });
});

describe("a refund that does not go through at once", () => {
  test("failed refund gives back: credits, sum, debt; the note is corrected, the member is told", async () => {
    const payment = await createPayment({ card: "pm_card_refundFail" });
    await request(payment, 1_000n);
    await request(payment, 3_500n);
    await shop.settle();
    expect(await balanceOf(payment)).toMatchObject({ totalMilli: 0n });
    expect(await refundedOf(payment)).toBe(4_500n);
    await shop.stripe.breakDeliveries({ duplicate: 20, reorder: 5 });
    await shop.advance(61);
    await shop.settle();
    expect(await refundsOf(payment)).toMatchObject([
      { status: "failed", failureReason: "expired_or_canceled_card", clawedMilli: 100_000n },
      { status: "failed", clawedMilli: 350_000n },
    ]);
    expect(await balanceOf(payment)).toMatchObject({ totalMilli: 450_000n, debtMilli: 0n });
    expect([await refundedOf(payment), await notesOf(payment)]).toEqual([0n, 4]);
    expect(await mailsOf(payment)).toEqual(["refund", "refund", "refund-failed", "refund-failed"]);
    await expect(request(payment)).resolves.toMatchObject({ amountMinor: 4_500n });
  });

  test("failed refund of less than its lots can share gives back to those that gave, and leaves the others", async () => {
    const lots = [
      { credits: 200, costMinor: 2_250n },
      { credits: 250, costMinor: 2_250n },
    ];
    const payment = await createPayment({ card: "pm_card_refundFail", lots });
    await request(payment, 1n);
    await shop.settle();
    expect(await refundsOf(payment)).toMatchObject([{ status: "succeeded", clawedMilli: 88n }]);
    await shop.advance(61);
    await shop.settle();
    expect(await refundsOf(payment)).toMatchObject([
      { status: "failed", restoredAt: expect.any(Date) as Date },
    ]);
    expect(await balanceOf(payment)).toMatchObject({ totalMilli: 450_000n, debtMilli: 0n });
    expect(await refundedOf(payment)).toBe(0n);
  });

  test("pending at the bank: the credits go at once, the credit note comes when the money went", async () => {
    const payment = await createPayment({ card: "pm_card_pendingRefund" });
    await request(payment);
    await shop.settle();
    expect(await refundsOf(payment)).toMatchObject([{ status: "pending", clawedMilli: 450_000n }]);
    expect([await refundedOf(payment), await notesOf(payment)]).toEqual([4_500n, 0]);
    await expect(request(payment)).rejects.toMatchObject({ code: "refunds.nothing_left" });
    await shop.advance(61);
    await shop.settle();
    expect(await refundsOf(payment)).toMatchObject([{ status: "succeeded" }]);
    expect([await revocationsOf(payment), await notesOf(payment)]).toEqual([1, 1]);
    expect(await mailsOf(payment)).toEqual(["refund"]);
  });

  test("seen only after it had failed: nothing was taken, nobody is told", async () => {
    const payment = await createPayment({ card: "pm_card_refundFail" });
    await shop.stripe.breakDeliveries({ drop: 3 });
    await inDashboard("refunds", { payment_intent: payment.intentId });
    await shop.stripe.flush();
    await shop.advance(61);
    await shop.settle();
    expect(await refundsOf(payment)).toMatchObject([{ status: "failed", clawedAt: null }]);
    expect((await balanceOf(payment)).totalMilli).toBe(450_000n);
    expect(await mailsOf(payment)).toEqual([]);
  });
});
