import { randomUUID } from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import type { Db } from "@/lib/db";
import {
  getDocumentForUser,
  issueCreditNote,
  issueInvoice,
  issueReceipt,
  listDocumentsOfPayment,
  reverseCreditNote,
} from "@/lib/documents";
import { contentSchema } from "@/lib/documents/schema";
import { startRequest } from "@/tests/fakes/next-request";
import { cookieName, openAuth } from "../auth/setup";

vi.mock("next/headers", () => import("@/tests/fakes/next-request"));

const { db, ctx, createMember, signIn } = await openAuth();
const at = new Date("2026-11-22T08:30:00Z");
const year = ctx.clock.now().getUTCFullYear();

async function aMember(name: string | null = null) {
  const { id, email } = await createMember(`${randomUUID()}@example.com`);
  if (name) await db.prisma.user.update({ where: { id }, data: { name } });
  await db.prisma.billingCustomer.create({ data: { userId: id, email } });
  return { userId: id, email };
}

const stamps = { syncSeq: 1n, updatedAt: at };

async function aPayment(userId: string, over: { invoiceId?: string; status?: "succeeded" | "failed" } = {}) {
  const status = over.status ?? "succeeded";
  const { id } = await db.prisma.payment.create({
    data: {
      ...{ userId, status, invoiceId: over.invoiceId, kind: over.invoiceId ? "subscription" : "purchase" },
      ...{ description: "500 credits", amountMinor: 4_500n, currency: "usd", creditsMilli: 500_000n },
      ...{ cardBrand: "visa", cardLast4: "4242", paidAt: status === "succeeded" ? at : null },
      ...{ stripePaymentIntentId: `pi_${randomUUID()}`, createdAt: at, ...stamps },
    },
  });
  return id;
}

async function anInvoice(
  userId: string,
  over: { totalMinor?: bigint; paidMinor?: bigint; open?: boolean } = {},
) {
  const { totalMinor = 4_500n, paidMinor = totalMinor, open = false } = over;
  const { id } = await db.prisma.invoice.create({
    data: {
      ...{ userId, stripeInvoiceId: `in_${randomUUID()}`, status: open ? "open" : "paid", reason: "x" },
      ...{ currency: "usd", totalMinor, paidMinor, dueMinor: 0n, lines: [], issuedAt: at, paidAt: at },
      ...stamps,
    },
  });
  return id;
}

async function aRefund(userId: string, paymentId: string, status: "succeeded" | "pending" = "succeeded") {
  const { id } = await db.prisma.refund.create({
    data: { userId, paymentId, amountMinor: 1_500n, currency: "usd", status, createdAt: at, ...stamps },
  });
  return id;
}

const line = (amountMinor: bigint) => ({ description: "Basic", quantity: 1, amountMinor, period: null });
const inTx = <T>(work: (tx: Db) => Promise<T>) => db.transaction(work);
const contentOf = async (id: string) =>
  contentSchema.parse((await db.prisma.billingDocument.findUniqueOrThrow({ where: { id } })).content);
const countOf = (number: string) => Number(number.split("-").at(-1));

async function numbersOf(kind: "receipt" | "invoice" | "credit_note"): Promise<number[]> {
  const rows = await db.prisma.billingDocument.findMany({ where: { kind }, select: { number: true } });
  return rows.map(({ number }) => countOf(number)).sort((a, b) => a - b);
}

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

describe("numbers", () => {
  test("have no gaps though 50 transactions issue at the same time and a third of them fails", async () => {
    const { userId } = await aMember();
    const payments = await Promise.all(Array.from({ length: 50 }, () => aPayment(userId)));
    const results = await Promise.allSettled(
      payments.map((paymentId, index) =>
        inTx(async (tx) => {
          const issued = await issueReceipt(ctx, tx, { paymentId });
          if (index % 3 === 0) throw new Error("rolled back");
          return issued;
        }),
      ),
    );
    const issued = results.filter(({ status }) => status === "fulfilled");
    expect(issued).toHaveLength(33);
    expect(await numbersOf("receipt")).toEqual(upTo(33));
  });

  test("are drawn once for one payment, though 20 transactions ask at the same time", async () => {
    const { userId } = await aMember();
    const paymentId = await aPayment(userId);
    const issued = await Promise.all(
      Array.from({ length: 20 }, () => inTx((tx) => issueReceipt(ctx, tx, { paymentId }))),
    );
    expect(new Set(issued.map(({ number }) => number)).size).toBe(1);
    expect(await inTx((tx) => issueReceipt(ctx, tx, { paymentId }))).toEqual(issued[0]);
    const numbers = await numbersOf("receipt");
    expect(numbers).toEqual(upTo(numbers.length));
  });

  test("of several series in any order make no two transactions wait for each other", async () => {
    const { userId } = await aMember();
    const paymentId = await aPayment(userId);
    const work = Array.from({ length: 20 }, async (_, index) => {
      const refundId = await aRefund(userId, paymentId);
      const invoiceId = await anInvoice(userId);
      const steps = [
        (tx: Db) => issueCreditNote(ctx, tx, { refundId }),
        (tx: Db) => issueInvoice(ctx, tx, { invoiceId, lines: [line(4_500n)] }),
      ];
      await inTx(async (tx) => {
        for (const step of index % 2 === 0 ? steps : steps.reverse()) await step(tx);
      });
    });
    await Promise.all(work);
    expect(await numbersOf("credit_note")).toEqual(upTo(20));
    expect(await numbersOf("invoice")).toEqual(upTo(20));
  });

  test("start again each year", async () => {
    const { userId } = await aMember();
    const next = { clock: { now: () => new Date(`${year + 1}-01-01T00:00:00Z`) } };
    const paymentId = await aPayment(userId);
    const { number } = await inTx((tx) => issueReceipt(next, tx, { paymentId }));
    expect(number).toBe(`R-${year + 1}-000001`);
  });
});

describe("what a document says", () => {
  test("stays as it was issued, whatever becomes of buyer and seller", async () => {
    const { userId, email } = await aMember("Łukasz Żółw");
    const paymentId = await aPayment(userId);
    vi.stubEnv("SELLER_NAME", "Example GmbH");
    vi.stubEnv("SELLER_ADDRESS", "1 Example Street | Berlin |");
    const { id } = await inTx((tx) => issueReceipt(ctx, tx, { paymentId }));
    vi.unstubAllEnvs();
    await db.prisma.user.update({ where: { id: userId }, data: { name: "Somebody Else" } });
    expect(await contentOf(id)).toMatchObject({
      seller: { name: "Example GmbH", address: ["1 Example Street", "Berlin"], taxId: null },
      buyer: { name: "Łukasz Żółw", email },
      lines: [{ description: "500 credits", amountMinor: 4_500n }],
      totalMinor: 4_500n,
      payment: { amountMinor: 4_500n, at, card: "Visa •••• 4242" },
    });
    const change = { where: { id }, data: { number: "R-2026-999999" } };
    await expect(db.prisma.billingDocument.update(change)).rejects.toThrow();
    await expect(db.prisma.billingDocument.delete({ where: { id } })).rejects.toThrow();
  });

  test("a receipt shows the price and what a promotion code took off", async () => {
    const { userId } = await aMember();
    const { id: checkoutId } = await db.prisma.checkout.create({
      data: {
        ...{ userId, lookupKey: "pack_500", itemName: "500 credits", stripePriceId: "price_1" },
        ...{ creditsMilli: 500_000n, amountMinor: 5_000n, currency: "usd", createdAt: at, updatedAt: at },
      },
    });
    const paymentId = await aPayment(userId);
    await db.prisma.payment.update({ where: { id: paymentId }, data: { checkoutId } });
    const { id } = await inTx((tx) => issueReceipt(ctx, tx, { paymentId }));
    expect(await contentOf(id)).toMatchObject({
      lines: [{ amountMinor: 5_000n }],
      ...{ discountMinor: -500n, totalMinor: 4_500n },
    });
  });

  test("an invoice has its lines, discount, balance and card, and adds up", async () => {
    const { userId } = await aMember();
    const invoiceId = await anInvoice(userId, { totalMinor: 4_000n, paidMinor: 3_500n });
    const paymentId = await aPayment(userId, { invoiceId });
    const lines = [line(5_000n), line(-500n)];
    const issued = await inTx((tx) => issueInvoice(ctx, tx, { invoiceId, lines }));
    expect(issued?.number).toMatch(new RegExp(`^INV-${year}-\\d{6}$`));
    expect(await contentOf(issued!.id)).toMatchObject({
      ...{ discountMinor: -500n, totalMinor: 4_000n, balanceMinor: 500n },
      payment: { amountMinor: 3_500n, card: "Visa •••• 4242" },
    });
    expect(await listDocumentsOfPayment(db, { userId, paymentId })).toEqual([issued]);
  });

  test("an invoice over nothing needs none, and one that is not paid gets none", async () => {
    const { userId } = await aMember();
    const free = await anInvoice(userId, { totalMinor: 0n });
    expect(await inTx((tx) => issueInvoice(ctx, tx, { invoiceId: free, lines: [line(0n)] }))).toBeNull();
    const open = await anInvoice(userId, { open: true, paidMinor: 0n });
    await expect(inTx((tx) => issueInvoice(ctx, tx, { invoiceId: open, lines: [] }))).rejects.toThrow();
    const failed = await aPayment(userId, { status: "failed" });
    await expect(inTx((tx) => issueReceipt(ctx, tx, { paymentId: failed }))).rejects.toThrow();
  });

  test("an invoice whose payment was written after it is found by that payment all the same", async () => {
    const { userId } = await aMember();
    const invoiceId = await anInvoice(userId);
    const issued = await inTx((tx) => issueInvoice(ctx, tx, { invoiceId, lines: [line(4_500n)] }));
    expect(await listDocumentsOfPayment(db, { userId, paymentId: invoiceId })).toEqual([issued]);
    const paymentId = await aPayment(userId, { invoiceId });
    expect(await listDocumentsOfPayment(db, { userId, paymentId })).toEqual([issued]);
  });

  test("a credit note names the document it corrects, and its reversal names the credit note", async () => {
    const { userId } = await aMember();
    const paymentId = await aPayment(userId);
    const receipt = await inTx((tx) => issueReceipt(ctx, tx, { paymentId }));
    const refundId = await aRefund(userId, paymentId);
    const note = await inTx((tx) => issueCreditNote(ctx, tx, { refundId }));
    expect(await inTx((tx) => issueCreditNote(ctx, tx, { refundId }))).toEqual(note);
    expect(await contentOf(note.id)).toMatchObject({
      corrects: { number: receipt.number },
      totalMinor: 1_500n,
    });
    const reversal = await inTx((tx) => reverseCreditNote(ctx, tx, { refundId }));
    expect(await inTx((tx) => reverseCreditNote(ctx, tx, { refundId }))).toEqual(reversal);
    expect(await contentOf(reversal!.id)).toMatchObject({
      corrects: { number: note.number },
      totalMinor: -1_500n,
    });
    const numbers = (await listDocumentsOfPayment(db, { userId, paymentId })).map(({ number }) => number);
    expect(numbers.sort()).toEqual([receipt.number, note.number, reversal!.number].sort());
  });

  test("a credit note of a plan's payment corrects its invoice; a refund that is under way has none", async () => {
    const { userId } = await aMember();
    const invoiceId = await anInvoice(userId);
    const paymentId = await aPayment(userId, { invoiceId });
    const invoice = await inTx((tx) => issueInvoice(ctx, tx, { invoiceId, lines: [line(4_500n)] }));
    const refundId = await aRefund(userId, paymentId);
    const note = await inTx((tx) => issueCreditNote(ctx, tx, { refundId }));
    expect(await contentOf(note.id)).toMatchObject({ corrects: { number: invoice?.number } });
    const pending = await aRefund(userId, paymentId, "pending");
    await expect(inTx((tx) => issueCreditNote(ctx, tx, { refundId: pending }))).rejects.toThrow();
    expect(await inTx((tx) => reverseCreditNote(ctx, tx, { refundId: pending }))).toBeNull();
  });

  test("a refund of a payment older than documents corrects none", async () => {
    const { userId } = await aMember();
    const refundId = await aRefund(userId, await aPayment(userId));
    const note = await inTx((tx) => issueCreditNote(ctx, tx, { refundId }));
    expect((await contentOf(note.id)).corrects).toBeNull();
  });
});

describe("reading", () => {
  test("a document is its owner's alone, by id and by number", async () => {
    const [owner, other] = [await aMember(), await aMember()];
    const paymentId = await aPayment(owner.userId);
    const { id, number } = await inTx((tx) => issueReceipt(ctx, tx, { paymentId }));
    for (const document of [id, number]) {
      expect(await getDocumentForUser(ctx, { userId: owner.userId, document })).toMatchObject({
        name: `${number}.pdf`,
        mediaType: "application/pdf",
      });
      await expect(getDocumentForUser(ctx, { userId: other.userId, document })).rejects.toMatchObject({
        code: "documents.not_found",
      });
    }
    expect(await listDocumentsOfPayment(db, { userId: other.userId, paymentId })).toEqual([]);
    for (const document of [randomUUID(), "R-2026-999999", "", "../../etc/passwd", "R-2026-1' OR 1=1"]) {
      await expect(getDocumentForUser(ctx, { userId: owner.userId, document })).rejects.toMatchObject({
        kind: "not_found",
      });
    }
  });

  test("the route sends the owner a PDF to keep, and everybody else away", async () => {
    const { GET } = await import("@/app/(app)/billing/documents/[id]/route");
    const [owner, other] = [await aMember(), await aMember()];
    const paymentId = await aPayment(owner.userId);
    const { id, number } = await inTx((tx) => issueReceipt(ctx, tx, { paymentId }));
    const get = () => GET(new Request("http://localhost:3000"), { params: Promise.resolve({ id }) });
    startRequest({}, { [cookieName]: await signIn(owner.email) });
    const answer = await get();
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="${number}.pdf"`,
      "cache-control": "private, no-store",
    });
    expect((await answer.text()).slice(0, 5)).toBe("%PDF-");
    startRequest({}, { [cookieName]: await signIn(other.email) });
    expect((await get()).status).toBe(404);
    startRequest({});
    await expect(get()).rejects.toThrow("NEXT_REDIRECT");
  });
});
