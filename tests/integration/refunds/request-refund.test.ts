import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { getBalance, spendCredits, verifyLedger } from "@/lib/credits";
import { previewRefund, refundRest, requestRefund } from "@/lib/refunds";
import { returnsOf, type PaidPayment } from "@/tests/setup/returns";
import { openShop } from "@/tests/setup/shop";

vi.stubEnv("REFUND_APPROVAL_ABOVE", "");
afterAll(() => vi.unstubAllEnvs());
const shop = await openShop();
const { createAdmin, createPayment, dispute, refundsInStripe } = returnsOf(shop);
const admin = await createAdmin();

beforeEach(() => shop.stripe.heal());
afterAll(async () => {
  expect((await verifyLedger(shop.ctx)).differences).toEqual([]);
});

type Options = Partial<Parameters<typeof requestRefund>[1]>;

const request = ({ paymentId }: PaidPayment, options: Options = {}) =>
  requestRefund(admin.as, { paymentId, credits: "claw_back", reason: "requested_by_customer", ...options });
const preview = ({ paymentId }: PaidPayment, options: Options = {}) =>
  previewRefund(admin.as, { paymentId, credits: "claw_back", ...options });
const refundsOf = ({ paymentId }: PaidPayment) =>
  shop.db.prisma.refund.findMany({ where: { paymentId }, orderBy: { id: "asc" } });
const balanceOf = ({ userId }: PaidPayment) => getBalance(shop.ctx, userId);
const refundedOf = async ({ paymentId }: PaidPayment) =>
  (await shop.db.prisma.payment.findUniqueOrThrow({ where: { id: paymentId } })).refundedMinor;
const spend = ({ userId }: PaidPayment, credits: number) =>
  spendCredits(shop.ctx, { userId, creditsMilli: BigInt(credits) * 1000n, key: randomUUID() });
const mailsOf = async ({ userId }: PaidPayment) =>
  (await shop.db.prisma.outboxEmail.findMany({ where: { userId } })).map(({ template }) => template);

describe("a refund by an admin", () => {
  test("is pending until Stripe has taken it on; then the credits go, with a credit note and a mail", async () => {
    const payment = await createPayment();
    await spend(payment, 50);
    const shown = await preview(payment, { amountMinor: 1_500n });
    expect(shown).toMatchObject({ leftMinor: 4_500n, leftAfterMinor: 3_000n, takenMilli: 150_000n });
    await request(payment, { amountMinor: 1_500n, note: "asked by mail" });
    expect(await refundsOf(payment)).toMatchObject([{ status: "pending", stripeRefundId: null }]);
    expect((await balanceOf(payment)).totalMilli).toBe(400_000n);
    await shop.settle();
    expect(await refundsOf(payment)).toMatchObject([
      {
        status: "succeeded",
        amountMinor: 1_500n,
        reason: "requested_by_customer",
        note: "asked by mail",
        requestedById: admin.user.id,
        clawedMilli: shown.creditsMilli,
        debtMilli: 0n,
      },
    ]);
    expect((await balanceOf(payment)).totalMilli).toBe(250_000n);
    expect(await refundedOf(payment)).toBe(1_500n);
    expect(await mailsOf(payment)).toEqual(["refund"]);
    const notes = await shop.db.prisma.billingDocument.findMany({ where: { paymentId: payment.paymentId } });
    expect(notes).toMatchObject([{ kind: "credit_note" }]);
  });

  test("of spent credits leaves the debt that its preview had shown", async () => {
    const payment = await createPayment();
    await spend(payment, 400);
    const shown = await preview(payment);
    expect(shown).toMatchObject({ creditsMilli: 450_000n, takenMilli: 50_000n, debtMilli: 400_000n });
    await request(payment);
    await shop.settle();
    expect(await balanceOf(payment)).toMatchObject({ totalMilli: 0n, debtMilli: 400_000n });
    expect(await refundsOf(payment)).toMatchObject([{ clawedMilli: 450_000n, debtMilli: 400_000n }]);
  });

  test("keep credits: the money goes back, the credits stay", async () => {
    const payment = await createPayment();
    expect(await preview(payment, { credits: "keep" })).toMatchObject({ creditsMilli: 0n, debtMilli: 0n });
    await request(payment, { credits: "keep" });
    await shop.settle();
    expect((await balanceOf(payment)).totalMilli).toBe(450_000n);
    expect(await refundedOf(payment)).toBe(4_500n);
  });

  test("full refund counted twice: the second finds nothing left, and so does its click", async () => {
    const payment = await createPayment();
    const refundId = randomUUID();
    const first = await request(payment, { refundId });
    expect(await request(payment, { refundId })).toEqual(first);
    await expect(request(payment)).rejects.toMatchObject({ code: "refunds.nothing_left" });
    await shop.settle();
    expect(await request(payment, { refundId })).toEqual(first);
    await expect(request(payment)).rejects.toMatchObject({ code: "refunds.nothing_left" });
    await expect(request(payment, { refundId, credits: "keep" })).rejects.toMatchObject({
      code: "refunds.id_reused",
    });
    expect(await refundsInStripe(payment)).toBe(1);
    expect(await refundedOf(payment)).toBe(4_500n);
  });

  test("two partial refunds above the whole: the second is refused, also while the first is on its way", async () => {
    const payment = await createPayment();
    await request(payment, { amountMinor: 3_000n });
    const beyond = { code: "refunds.too_large", leftMinor: 1_500n };
    await expect(request(payment, { amountMinor: 1_501n })).rejects.toMatchObject(beyond);
    await shop.settle();
    await expect(request(payment, { amountMinor: 1_501n })).rejects.toMatchObject(beyond);
    await expect(preview(payment, { amountMinor: 1_501n })).rejects.toMatchObject(beyond);
    await request(payment, { amountMinor: 1_500n });
    await shop.settle();
    expect(await refundedOf(payment)).toBe(4_500n);
    expect(await balanceOf(payment)).toMatchObject({ totalMilli: 0n, debtMilli: 0n });
  });

  test("20 parallel refund requests never exceed the payment", async () => {
    const payment = await createPayment();
    const tries = Array.from({ length: 20 }, () => request(payment, { amountMinor: 1_000n }));
    const results = await Promise.allSettled(tries);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(4);
    await Promise.all([shop.settle(), shop.drain()]);
    await shop.settle();
    expect(await refundsInStripe(payment)).toBe(4);
    expect(await refundedOf(payment)).toBe(4_000n);
    expect((await balanceOf(payment)).totalMilli).toBe(50_000n);
  });

  test("currency without decimals: yen are refunded as yen", async () => {
    const payment = await createPayment({ amountMinor: 1_001n, currency: "jpy" });
    await expect(request(payment, { amountMinor: 500n, currency: "usd" })).rejects.toMatchObject({
      code: "refunds.currency_differs",
    });
    await request(payment, { amountMinor: 500n, currency: "jpy" });
    await shop.settle();
    expect(await refundsOf(payment)).toMatchObject([
      { amountMinor: 500n, currency: "jpy", clawedMilli: 224_775n },
    ]);
    await request(payment);
    await shop.settle();
    expect(await balanceOf(payment)).toMatchObject({ totalMilli: 0n, debtMilli: 0n });
    const mail = await shop.db.prisma.outboxEmail.findFirstOrThrow({ where: { userId: payment.userId } });
    expect(mail.message).toMatchObject({ props: { amount: "¥500" } });
  });

  test("of a yearly plan takes from its twelve lots in proportion, and all of them in the end", async () => {
    const month = 30 * 86_400_000;
    const start = Date.now();
    const lots = Array.from({ length: 12 }, (_, index) => ({
      credits: 1_000,
      costMinor: index < 8 ? 667n : 666n,
      effectiveAt: new Date(start + index * month),
      expiresAt: new Date(start + (index + 1) * month),
    }));
    const payment = await createPayment({ amountMinor: 8_000n, lots });
    await spend(payment, 900);
    // The first lot returns 334 of its 667 cents, which are 500.749 credits, and has 100 left.
    expect(await preview(payment, { amountMinor: 4_000n })).toMatchObject({ debtMilli: 400_749n });
    await request(payment, { amountMinor: 4_000n });
    await request(payment, { amountMinor: 1n });
    await request(payment);
    await shop.settle();
    expect(await refundsOf(payment)).toHaveLength(3);
    const [left] = await shop.db.sql<{ sum: bigint }>({
      name: "sum-of-lots",
      text: "SELECT sum(remaining_milli)::bigint AS sum FROM credit_lots WHERE user_id = $1::uuid",
      values: [payment.userId],
    });
    expect(left?.sum).toBe(0n);
    expect(await balanceOf(payment)).toMatchObject({
      totalMilli: 0n,
      upcomingMilli: 0n,
      debtMilli: 900_000n,
    });
  });
});

describe("refused before anything is written", () => {
  test("for members, visitors and jobs; for admins, what the system does by itself", async () => {
    const { paymentId, as } = await createPayment();
    const input = { paymentId, credits: "claw_back", reason: null } as const;
    for (const ctx of [as, shop.ctx, { ...shop.ctx, actor: { kind: "system", name: "job" } as const }]) {
      await expect(requestRefund(ctx, input)).rejects.toMatchObject({ kind: "forbidden" });
      await expect(previewRefund(ctx, input)).rejects.toMatchObject({ kind: "forbidden" });
    }
    await expect(refundRest(admin.as, { paymentId, note: "" })).rejects.toMatchObject({ kind: "forbidden" });
  });

  test.each([
    [0n, "refunds.too_large"],
    [-1n, "refunds.too_large"],
    [4_501n, "refunds.too_large"],
  ])("an amount of %d", async (amountMinor, code) => {
    await expect(request(await createPayment(), { amountMinor })).rejects.toMatchObject({ code });
  });

  test("a payment that is unknown, failed, or disputed; an inquiry does not stand in the way", async () => {
    const payment = await createPayment();
    await expect(request({ ...payment, paymentId: randomUUID() })).rejects.toMatchObject({
      code: "refunds.payment_not_found",
    });
    const { id } = await dispute({ charge: payment.chargeId, status: "warning_needs_response" });
    await shop.settle();
    await expect(preview(payment)).resolves.toMatchObject({ leftMinor: 4_500n });
    await dispute({ dispute: id, status: "escalated" });
    await shop.settle();
    await expect(request(payment)).rejects.toMatchObject({ code: "refunds.disputed" });
    await dispute({ dispute: id, status: "won" });
    await shop.settle();
    await expect(preview(payment)).resolves.toMatchObject({ leftMinor: 4_500n });
    const data = { status: "failed", paidAt: null, creditedAt: null } as const;
    await shop.db.prisma.payment.update({ where: { id: payment.paymentId }, data });
    await expect(request(payment)).rejects.toMatchObject({ code: "refunds.not_paid" });
  });
});

test("what the system pays back by itself is paid back once", async () => {
  const payment = await createPayment();
  const job = { ...shop.ctx, actor: { kind: "system", name: "job" } as const };
  const rest = { paymentId: payment.paymentId, note: "second subscription" };
  expect(await refundRest(job, rest)).toMatchObject({ refundId: expect.any(String) as string });
  expect(await refundRest(job, rest)).toBeNull();
  await shop.settle();
  expect(await refundRest(job, rest)).toBeNull();
  expect(await refundsOf(payment)).toMatchObject([{ requestedById: null, note: "second subscription" }]);
  expect(await refundedOf(payment)).toBe(4_500n);
});
