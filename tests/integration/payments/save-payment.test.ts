import { describe, expect, test } from "vitest";
import { drawFetchNumber, savePayment, type PaymentSubject } from "@/lib/payments";
import type { GatewayAttempt, GatewayPayment } from "@/lib/ports/payment-gateway";
import { createUser } from "@/tests/factories/user";
import { createTestDatabase } from "@/tests/setup/test-database";

const db = await createTestDatabase();
const now = new Date("2026-03-01T12:00:00Z");

const attempt = (key: string, overrides: Partial<GatewayAttempt> = {}): GatewayAttempt => ({
  key,
  stripeChargeId: key,
  status: "failed",
  amountMinor: 4_500n,
  currency: "usd",
  failure: { code: "card_declined", declineCode: "generic_decline", message: "Your card was declined." },
  card: { brand: "visa", last4: "0002" },
  receiptUrl: null,
  attemptedAt: now,
  ...overrides,
});

const success = (key: string) =>
  attempt(key, { status: "succeeded", failure: null, card: { brand: "visa", last4: "4242" } });

async function newPayment() {
  const { id: userId, email } = await createUser(db);
  await db.prisma.billingCustomer.create({ data: { userId, email } });
  const subject: PaymentSubject = {
    userId,
    checkoutId: null,
    kind: "purchase",
    description: "500 credits",
    creditsMilli: 500_000n,
  };
  const paymentIntentId = `pi_${userId}`;
  const reading = (status: GatewayPayment["status"], attempts: GatewayAttempt[]): GatewayPayment => ({
    paymentIntentId,
    checkoutId: null,
    creditsMilli: null,
    stripeCustomerId: null,
    status,
    amountMinor: 4_500n,
    amountReceivedMinor: status === "succeeded" ? 4_500n : 0n,
    currency: "usd",
    createdAt: now,
    failure: status === "failed" ? attempts.at(-1)!.failure : null,
    attempts,
  });
  const save = (payment: GatewayPayment, fetchNumber: bigint) =>
    db.transaction((tx) => savePayment(tx, { payment, subject, fetchNumber, problem: null, now }));
  const row = () =>
    db.prisma.payment.findUnique({
      where: { stripePaymentIntentId: paymentIntentId },
      include: { attempts: true },
    });
  return { reading, save, row, key: (name: string) => `${name}_${userId}` };
}

describe("saving a payment", () => {
  test("an older reading that is written later changes nothing but adds its attempts", async () => {
    const { reading, save, row, key } = await newPayment();
    const [older, newer] = [await drawFetchNumber(db), await drawFetchNumber(db)];
    await save(reading("succeeded", [success(key("ch_2"))]), newer);
    await save(reading("failed", [attempt(key("ch_1"))]), older);
    const saved = await row();
    expect(saved).toMatchObject({
      status: "succeeded",
      failureCode: null,
      cardLast4: "4242",
      syncSeq: newer,
    });
    expect(saved?.attempts.map(({ status }) => status).sort()).toEqual(["failed", "succeeded"]);
  });

  test("a newer reading replaces an older one", async () => {
    const { reading, save, row, key } = await newPayment();
    await save(reading("failed", [attempt(key("ch_1"))]), await drawFetchNumber(db));
    expect(await row()).toMatchObject({ status: "failed", declineCode: "generic_decline", paidAt: null });
    await save(reading("succeeded", [attempt(key("ch_1")), success(key("ch_2"))]), await drawFetchNumber(db));
    expect(await row()).toMatchObject({
      status: "succeeded",
      declineCode: null,
      failureMessage: null,
      paidAt: now,
    });
  });

  test("the same reading twice is one payment with its attempts once", async () => {
    const { reading, save, row, key } = await newPayment();
    const payment = reading("failed", [attempt(key("ch_1")), attempt(key("ch_2"))]);
    const ids = [
      await save(payment, await drawFetchNumber(db)),
      await save(payment, await drawFetchNumber(db)),
    ];
    expect(ids[0]).toEqual(ids[1]);
    expect((await row())?.attempts).toHaveLength(2);
  });

  test("a pending attempt takes its result; a settled one keeps it", async () => {
    const { reading, save, row, key } = await newPayment();
    await save(
      reading("processing", [attempt(key("ch_1"), { status: "pending", failure: null })]),
      await drawFetchNumber(db),
    );
    expect(await row()).toMatchObject({ status: "processing" });
    await save(reading("failed", [attempt(key("ch_1"))]), await drawFetchNumber(db));
    expect((await row())?.attempts).toMatchObject([{ status: "failed", declineCode: "generic_decline" }]);
    await save(
      reading("processing", [attempt(key("ch_1"), { status: "pending", failure: null })]),
      await drawFetchNumber(db),
    );
    expect((await row())?.attempts).toMatchObject([{ status: "failed" }]);
  });

  test("nothing is written before anybody tried to pay", async () => {
    const { reading, save, row } = await newPayment();
    expect(await save(reading("incomplete", []), await drawFetchNumber(db))).toBeNull();
    expect(await row()).toBeNull();
  });

  test("the database refuses a payment that succeeded without a date, and credits for one that did not", async () => {
    const { reading, save, row, key } = await newPayment();
    await save(reading("failed", [attempt(key("ch_1"))]), await drawFetchNumber(db));
    const { id } = (await row())!;
    const update = (data: { status?: "succeeded"; creditedAt?: Date }) =>
      db.prisma.payment.update({ where: { id }, data });
    await expect(update({ status: "succeeded" })).rejects.toThrow("payments_succeeded_has_date");
    await expect(update({ creditedAt: now })).rejects.toThrow("payments_credited_was_paid");
  });
});
