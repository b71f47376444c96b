import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { startCheckout } from "@/lib/checkout";
import { getBalance, spendCredits, verifyLedger } from "@/lib/credits";
import { prepareDispute } from "@/lib/disputes";
import type { GatewayDispute } from "@/lib/ports/dispute-gateway";
import { sweepStripeEvents } from "@/lib/reconciliation";
import { requestRefund } from "@/lib/refunds";
import { signed, stripeEvent } from "@/tests/factories/stripe-event";
import { payOnHostedPage } from "@/tests/setup/local-stripe-controls";
import { returnsOf, type PaidPayment } from "@/tests/setup/returns";
import { openShop, webhookSecret } from "@/tests/setup/shop";

const shop = await openShop();
const { createAdmin, createPayment, dispute } = returnsOf(shop);
const admin = await createAdmin();

beforeEach(() => shop.stripe.heal());
afterAll(async () => {
  expect((await verifyLedger(shop.ctx)).differences).toEqual([]);
});

const balanceOf = ({ userId }: PaidPayment) => getBalance(shop.ctx, userId);
const disputesOf = ({ paymentId }: PaidPayment) =>
  shop.db.prisma.dispute.findMany({ where: { paymentId }, orderBy: { openedAt: "asc" } });
const spend = ({ userId }: PaidPayment, credits: number) =>
  spendCredits(shop.ctx, { userId, creditsMilli: BigInt(credits) * 1000n, key: randomUUID() });
const refund = async ({ paymentId }: PaidPayment, amountMinor: bigint, credits: "claw_back" | "keep") => {
  await requestRefund(admin.as, { paymentId, amountMinor, credits, reason: null });
  await shop.settle();
};
const adminMails = async (template: string) => {
  const rows = await shop.db.prisma.outboxEmail.findMany({
    where: { template, userId: admin.user.id },
    orderBy: { createdAt: "asc" },
  });
  return rows.map(({ message }) => (message as { props: Record<string, unknown> }).props);
};

async function open(payment: PaidPayment, body: Record<string, unknown> = {}): Promise<string> {
  const { id } = await dispute({ charge: payment.chargeId, ...body });
  await shop.settle();
  return id;
}

async function decide(id: string, status: "won" | "lost" | "escalated"): Promise<void> {
  await dispute({ dispute: id, status });
  await shop.settle();
}

async function deliver(type: string, id: string): Promise<void> {
  const event = stripeEvent({ type, object: { id, object: "dispute", customer: null } });
  const body = JSON.stringify(event);
  await fetch(shop.webhookUrl, { method: "POST", body, headers: signed(body, { secret: webhookSecret }) });
}

describe("a dispute", () => {
  test("opened freezes what the payment bought and tells the admins; won frees it with its old expiry", async () => {
    const expiresAt = new Date(Date.now() + 90 * 86_400_000);
    const payment = await createPayment({ lots: [{ credits: 450, costMinor: 4_500n, expiresAt }] });
    await spend(payment, 100);
    const id = await open(payment, { reason: "product_not_received" });
    expect(await balanceOf(payment)).toMatchObject({ totalMilli: 0n, frozenMilli: 350_000n });
    const [row] = await disputesOf(payment);
    expect(row).toMatchObject({ status: "needs_response", reason: "product_not_received", closedAt: null });
    expect(row!.frozenAt).not.toBeNull();
    expect((await adminMails("dispute-opened")).at(-1)).toMatchObject({
      amount: "$45.00",
      memberEmail: payment.user.email,
      reason: "what was paid did not arrive",
      credits: "350",
      dueBy: expect.stringContaining("UTC") as string,
    });
    await decide(id, "won");
    expect(await balanceOf(payment)).toMatchObject({ totalMilli: 350_000n, frozenMilli: 0n });
    expect(await disputesOf(payment)).toMatchObject([{ status: "won", frozenAt: null, clawedAt: null }]);
    const lot = await shop.db.prisma.creditLot.findFirstOrThrow({ where: { userId: payment.userId } });
    expect(lot).toMatchObject({ expiresAt, frozenAt: null });
  });

  test("lost takes back, what was spent is owed; a win on appeal gives back", async () => {
    const payment = await createPayment();
    await spend(payment, 100);
    const id = await open(payment);
    await decide(id, "lost");
    expect(await balanceOf(payment)).toMatchObject({ totalMilli: 0n, frozenMilli: 0n, debtMilli: 100_000n });
    expect(await disputesOf(payment)).toMatchObject([
      { status: "lost", frozenAt: null, clawedMilli: 450_000n, debtMilli: 100_000n },
    ]);
    const settle = async (status: GatewayDispute["status"]) => {
      const { payments } = shop.ctx;
      const getDispute = async (name: string) => ({ ...(await payments.getDispute(name)), status });
      const { write } = await prepareDispute({ ...shop.ctx, payments: { ...payments, getDispute } }, id);
      await shop.db.transaction(write);
    };
    const [{ closedAt: lostAt } = { closedAt: null }] = await disputesOf(payment);
    for (const status of ["appeal_needs_response", "appeal_under_review"] as const) {
      await settle(status);
      expect(await disputesOf(payment)).toMatchObject([{ closedAt: lostAt }]);
      expect(await balanceOf(payment)).toMatchObject({ totalMilli: 0n, debtMilli: 100_000n });
    }
    await settle("won");
    expect(await balanceOf(payment)).toMatchObject({ totalMilli: 350_000n, debtMilli: 0n });
    const [won] = await disputesOf(payment);
    expect(won).toMatchObject({ clawedAt: null, clawedMilli: 0n, debtMilli: 0n });
    expect(won!.closedAt!.getTime()).toBeGreaterThan(lostAt!.getTime());
    await settle("under_review");
    expect(await balanceOf(payment)).toMatchObject({ totalMilli: 0n, frozenMilli: 350_000n });
    await settle("lost");
    expect(await balanceOf(payment)).toMatchObject({ totalMilli: 0n, frozenMilli: 0n, debtMilli: 100_000n });
  });

  test("that only inquires freezes nothing; as a chargeback it does, and the admins are told again", async () => {
    const payment = await createPayment();
    const before = (await adminMails("dispute-opened")).length;
    const id = await open(payment, { status: "warning_needs_response" });
    expect(await balanceOf(payment)).toMatchObject({ totalMilli: 450_000n, frozenMilli: 0n });
    await decide(id, "escalated");
    expect(await balanceOf(payment)).toMatchObject({ totalMilli: 0n, frozenMilli: 450_000n });
    const mails = (await adminMails("dispute-opened")).slice(before);
    expect(mails).toMatchObject([
      { inquiry: true, credits: "0" },
      { inquiry: false, credits: "450" },
    ]);
    const other = await createPayment();
    const inquiry = await open(other, { status: "warning_needs_response" });
    await decide(inquiry, "won");
    expect(await disputesOf(other)).toMatchObject([{ status: "warning_closed", frozenAt: null }]);
    expect((await balanceOf(other)).totalMilli).toBe(450_000n);
  });

  test("says when the bank closed it, not when we heard, whichever of its news comes first", async () => {
    const payment = await createPayment();
    await sweepStripeEvents(shop.ctx);
    await shop.stripe.breakDeliveries({ drop: 100, types: ["charge.dispute.closed"] });
    const id = await open(payment);
    const deadline = (await disputesOf(payment))[0]!.dueBy!.getTime();
    const closing = async () => (await disputesOf(payment))[0]!.closedAt!.getTime();
    await shop.advance(20 * 86_400);
    const { write } = await prepareDispute(shop.ctx, id);
    await shop.db.transaction(write);
    expect(await closing()).toBeGreaterThan(deadline + 86_400_000);
    await sweepStripeEvents(shop.ctx);
    await shop.settle();
    expect(await disputesOf(payment)).toMatchObject([{ status: "lost" }]);
    expect(Math.abs((await closing()) - deadline)).toBeLessThan(2_000);
  });

  test("of a part takes that part", async () => {
    const payment = await createPayment();
    await decide(await open(payment, { amount: 1_500 }), "lost");
    expect(await balanceOf(payment)).toMatchObject({ totalMilli: 300_000n, frozenMilli: 0n, debtMilli: 0n });
  });

  test("dispute lost after refund: no more is taken than the payment had left, nor what was left to the member", async () => {
    const payment = await createPayment();
    await refund(payment, 1_500n, "claw_back");
    await refund(payment, 1_000n, "keep");
    const id = await open(payment);
    const { payments } = shop.ctx;
    const whole = {
      ...payments,
      getDispute: async (name: string) => ({ ...(await payments.getDispute(name)), amountMinor: 4_500n }),
    };
    await dispute({ dispute: id, status: "lost" });
    const { write } = await prepareDispute({ ...shop.ctx, payments: whole }, id);
    await shop.db.transaction(write);
    expect(await balanceOf(payment)).toMatchObject({ totalMilli: 100_000n, debtMilli: 0n });
    await shop.settle();
    expect(await balanceOf(payment)).toMatchObject({ totalMilli: 100_000n, frozenMilli: 0n, debtMilli: 0n });
  });
});

describe("two disputes of one payment", () => {
  test("the lots stay frozen until both are over", async () => {
    const payment = await createPayment();
    const first = await open(payment, { amount: 1_500 });
    const second = await open(payment, { amount: 3_000 });
    await decide(first, "won");
    expect(await balanceOf(payment)).toMatchObject({ totalMilli: 0n, frozenMilli: 450_000n });
    await decide(second, "lost");
    expect(await balanceOf(payment)).toMatchObject({ totalMilli: 150_000n, frozenMilli: 0n, debtMilli: 0n });
  });
});

describe("events in any order and number", () => {
  test("dispute under duplicated and reordered events ends as Stripe has it", async () => {
    const payment = await createPayment();
    await shop.stripe.breakDeliveries({ duplicate: 30, reorder: 8 });
    const { id } = await dispute({ charge: payment.chargeId });
    await dispute({ dispute: id, status: "lost" });
    await Promise.all([shop.settle(), shop.drain(), shop.drain()]);
    await shop.settle();
    expect(await disputesOf(payment)).toMatchObject([{ status: "lost", clawedMilli: 450_000n }]);
    expect(await balanceOf(payment)).toMatchObject({ totalMilli: 0n, frozenMilli: 0n, debtMilli: 0n });
    for (const type of ["closed", "created", "funds_withdrawn", "updated"])
      await deliver(`charge.dispute.${type}`, id);
    await shop.drain();
    expect(
      await shop.db.prisma.creditEntry.count({ where: { userId: payment.userId, reason: "revoke" } }),
    ).toBe(1);
  });

  test("an older reading that is written later changes nothing", async () => {
    const payment = await createPayment();
    const { id } = await dispute({ charge: payment.chargeId });
    const { write: older } = await prepareDispute(shop.ctx, id);
    await decide(id, "won");
    await shop.db.transaction(older);
    expect(await disputesOf(payment)).toMatchObject([{ status: "won", frozenAt: null }]);
    expect((await balanceOf(payment)).totalMilli).toBe(450_000n);
  });

  test("before the payment's own events: the payment is read first, and its credits come frozen", async () => {
    const { as, user } = await shop.createBuyer();
    await shop.stripe.breakDeliveries({ drop: 1_000 });
    const { url } = await startCheckout(as, { lookupKey: "pack_500" });
    await payOnHostedPage(url, "4000000000000259");
    const checkout = await shop.db.prisma.checkout.findFirstOrThrow({ where: { userId: user.id } });
    const { paymentIntentId } = await shop.ctx.payments.getCheckout(checkout.stripeSessionId!);
    await shop.stripe.advance(2);
    const response = await fetch(`${shop.stripeUrl}/v1/disputes?payment_intent=${paymentIntentId}`, {
      headers: { authorization: "Bearer sk_test_shop" },
    });
    const { data } = (await response.json()) as { data: { id: string }[] };
    await shop.stripe.flush();
    await deliver("charge.dispute.created", data[0]!.id);
    await shop.drain();
    expect(await getBalance(shop.ctx, user.id)).toMatchObject({ totalMilli: 0n, frozenMilli: 500_000n });
    await dispute({ dispute: data[0]!.id, status: "won" });
    await deliver("charge.dispute.closed", data[0]!.id);
    await shop.drain();
    expect(await getBalance(shop.ctx, user.id)).toMatchObject({ totalMilli: 500_000n, frozenMilli: 0n });
  });
});

test("a bank's warning of fraud is kept once, and the admins are told once", async () => {
  const payment = await createPayment({ card: "pm_card_createIssuerFraudRecord" });
  await shop.stripe.breakDeliveries({ duplicate: 10 });
  await shop.stripe.advance(2);
  await shop.settle();
  const warnings = () => shop.db.prisma.fraudWarning.findMany({ where: { paymentId: payment.paymentId } });
  expect(await warnings()).toMatchObject([{ kind: "misc", actionable: true }]);
  expect(await adminMails("fraud-warning")).toMatchObject([
    { memberEmail: payment.user.email, amount: "$45.00" },
  ]);
  await refund(payment, 4_500n, "claw_back");
  expect(await warnings()).toMatchObject([{ actionable: false }]);
});
