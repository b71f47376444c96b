import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Prisma } from "@/lib/db";
import { getPaymentDetail, listBillingRecords } from "@/lib/payments";
import type { RecordCursor } from "@/lib/payments/types";
import { createUser } from "@/tests/factories/user";
import { createTestDatabase } from "@/tests/setup/test-database";

const db = await createTestDatabase();
const at = (day: number) => new Date(Date.UTC(2026, 0, day));

type Payment = Partial<Prisma.PaymentUncheckedCreateInput>;

async function createPayer() {
  const { id: userId, email } = await createUser(db);
  await db.prisma.billingCustomer.create({ data: { userId, email } });
  const base = { userId, currency: "usd", syncSeq: 1n };
  return {
    userId,
    pay: (day: number, values: Payment = {}) =>
      db.prisma.payment.create({
        data: {
          ...base,
          kind: "purchase",
          status: "succeeded",
          description: `day ${day}`,
          amountMinor: 1_000n,
          creditsMilli: 100_000n,
          stripePaymentIntentId: `pi_${randomUUID()}`,
          cardBrand: "visa",
          cardLast4: "4242",
          paidAt: values.status && values.status !== "succeeded" ? null : at(day),
          createdAt: at(day),
          updatedAt: at(day),
          ...values,
        },
      }),
    refund: (day: number, paymentId: string, values: Partial<Prisma.RefundUncheckedCreateInput> = {}) =>
      db.prisma.refund.create({
        data: {
          ...base,
          paymentId,
          amountMinor: 400n,
          status: "succeeded",
          createdAt: at(day),
          updatedAt: at(day),
          ...values,
        },
      }),
    dispute: (paymentId: string, status: "needs_response" | "warning_needs_response" | "lost") =>
      db.prisma.dispute.create({
        data: {
          ...base,
          paymentId,
          status,
          stripeDisputeId: `du_${randomUUID()}`,
          amountMinor: 1_000n,
          reason: "general",
          openedAt: at(9),
          updatedAt: at(9),
        },
      }),
    invoice: (day: number, values: Partial<Prisma.InvoiceUncheckedCreateInput> = {}) =>
      db.prisma.invoice.create({
        data: {
          ...base,
          stripeInvoiceId: `in_${randomUUID()}`,
          status: "paid",
          reason: "subscription_create",
          totalMinor: 0n,
          paidMinor: 0n,
          dueMinor: 0n,
          lines: [line("Trial of Pro", "0")],
          issuedAt: at(day),
          updatedAt: at(day),
          ...values,
        },
      }),
  };
}

const line = (description: string, amountMinor: string) => ({
  description,
  amountMinor,
  quantity: 1,
  period: { startsAt: at(1).toISOString(), endsAt: at(31).toISOString() },
});

describe("the billing history", () => {
  test("says of each payment and refund what became of it, and of nobody else's", async () => {
    const payer = await createPayer();
    const stranger = await createPayer();
    await stranger.pay(1);
    await payer.pay(1);
    await payer.pay(2, { status: "processing" });
    await payer.pay(3, { status: "failed" });
    const partly = await payer.pay(4, { refundedMinor: 400n });
    await payer.pay(5, { refundedMinor: 1_000n, problem: "second_subscription" });
    await payer.pay(6, { problem: "amount_differs" });
    await payer.refund(7, partly.id);
    await payer.refund(8, partly.id, { status: "requires_action" });
    await payer.dispute((await payer.pay(9)).id, "needs_response");
    await payer.dispute((await payer.pay(10)).id, "warning_needs_response");
    await payer.dispute((await payer.pay(11)).id, "lost");
    const trial = await payer.invoice(12);
    await payer.invoice(13, { status: "open" });
    const { records, older, newer } = await listBillingRecords({ db }, { userId: payer.userId });
    expect(
      records.map(({ at, type, status, dispute }) => [at.getUTCDate(), type, status, dispute].join(" ")),
    ).toEqual([
      "12 subscription paid ",
      "11 purchase paid lost",
      "10 purchase paid ",
      "9 purchase paid open",
      "8 refund pending ",
      "7 refund refunded ",
      "6 purchase under_review ",
      "5 purchase refunded ",
      "4 purchase partly_refunded ",
      "3 purchase failed ",
      "2 purchase pending ",
      "1 purchase paid ",
    ]);
    expect(records[0]).toMatchObject({ pageId: trial.id, description: "Trial of Pro", amountMinor: 0n });
    expect(records[5]).toMatchObject({ pageId: partly.id, amountMinor: -400n, description: "day 4" });
    expect([older, newer]).toEqual([null, null]);
  });

  test("is narrowed to a type and a status", async () => {
    const { userId, pay, refund } = await createPayer();
    await pay(1, { kind: "subscription" });
    await refund(3, (await pay(2, { refundedMinor: 400n })).id);
    await pay(4, { status: "failed" });
    const days = async (filter: object) =>
      (await listBillingRecords({ db }, { userId, ...filter })).records.map((one) => one.at.getUTCDate());
    expect(await days({ type: "subscription" })).toEqual([1]);
    expect(await days({ type: "refund" })).toEqual([3]);
    expect(await days({ status: "paid" })).toEqual([2, 1]);
    expect(await days({ status: "refunded" })).toEqual([3, 2]);
    expect(await days({ type: "purchase", status: "failed" })).toEqual([4]);
    expect(await days({ type: "refund", status: "failed" })).toEqual([]);
  });

  test("is read to its end and back in pages, each record once, those of one instant too", async () => {
    const { userId, pay } = await createPayer();
    for (const day of [1, 2, 2, 2, 2, 3, 4]) await pay(day);
    const all = (await listBillingRecords({ db }, { userId })).records.map(({ id }) => id);
    const walk = async (way: "older" | "newer", start?: RecordCursor) => {
      const seen: string[][] = [];
      let cursor: RecordCursor | null | undefined = start;
      do {
        const limits = cursor ? { [way === "older" ? "before" : "after"]: cursor } : {};
        const page = await listBillingRecords({ db }, { userId, limit: 2, ...limits });
        seen.push(page.records.map(({ id }) => id));
        cursor = page[way];
      } while (cursor);
      return seen;
    };
    expect((await walk("older")).flat()).toEqual(all);
    const last = { at: at(1), id: all.at(-1)! };
    expect((await walk("newer", last)).reverse().flat()).toEqual(all.slice(0, -1));
  });
});

describe("a payment's page", () => {
  test("has its invoice, tries, refunds and disputes, and what the ledger calls them", async () => {
    const { userId, pay, refund, dispute, invoice } = await createPayer();
    const lines = [line("Basic", "-2500"), line("Pro", "5000")];
    const { id: invoiceId } = await invoice(1, { totalMinor: 2_000n, lines, stripeNumber: "A-1" });
    const payment = await pay(1, { kind: "subscription", invoiceId, creditedAt: at(1) });
    const { id: refundId } = await refund(2, payment.id);
    const { id: disputeId } = await dispute(payment.id, "needs_response");
    await db.prisma.paymentAttempt.create({
      data: {
        paymentId: payment.id,
        attemptKey: `ch_${payment.id}`,
        status: "failed",
        amountMinor: 1_000n,
        currency: "usd",
        declineCode: "insufficient_funds",
        attemptedAt: at(1),
      },
    });
    expect(await getPaymentDetail({ db }, { userId, id: payment.id })).toMatchObject({
      type: "subscription",
      status: "paid",
      dispute: "open",
      creditsMilli: 100_000n,
      lines: [{ amountMinor: -2_500n }, { amountMinor: 5_000n, period: { startsAt: at(1) } }],
      discountMinor: -500n,
      stripe: { invoiceNumber: "A-1", paymentIntentId: payment.stripePaymentIntentId },
      references: [
        `payment:${payment.id}`,
        `invoice:${invoiceId}`,
        `refund:${refundId}`,
        `dispute:${disputeId}`,
      ],
      attempts: [{ status: "failed", declineCode: "insufficient_funds", card: null }],
      refunds: [{ status: "succeeded", amountMinor: 400n }],
      disputes: [{ state: "open", amountMinor: 1_000n }],
    });
  });

  test("of an invoice that nobody had to pay stands for the invoice", async () => {
    const { userId, invoice, pay } = await createPayer();
    const { id } = await invoice(1);
    expect(await getPaymentDetail({ db }, { userId, id })).toMatchObject({
      description: "Trial of Pro",
      amountMinor: 0n,
      references: [`invoice:${id}`],
      stripe: { paymentIntentId: null },
      attempts: [],
    });
    await pay(2, { invoiceId: id });
    await expect(getPaymentDetail({ db }, { userId, id })).rejects.toMatchObject({
      code: "payments.not_found",
    });
  });

  test("of somebody else's, of a refund and of nothing at all is not found", async () => {
    const { userId, pay, refund } = await createPayer();
    const stranger = await createPayer();
    const foreign = await stranger.pay(1);
    const { id: refundId } = await refund(2, (await pay(1)).id);
    for (const id of [foreign.id, refundId, randomUUID(), "pi_1", "' OR true --", ""]) {
      await expect(getPaymentDetail({ db }, { userId, id })).rejects.toMatchObject({ kind: "not_found" });
    }
  });
});
