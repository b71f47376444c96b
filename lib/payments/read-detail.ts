import type { Db, Prisma } from "@/lib/db";
import { invoiceLinesSchema } from "./invoice-lines";
import { disputeStateOf } from "./policy";
import { toCard } from "./read-records";
import type {
  BilledLine,
  BillingRecord,
  MoneyReturn,
  PaymentDetail,
  PaymentDispute,
  PaymentTry,
} from "./types";

const invoiceColumns = {
  id: true,
  stripeInvoiceId: true,
  stripeNumber: true,
  hostedUrl: true,
  totalMinor: true,
  lines: true,
  creditsMilli: true,
  creditedAt: true,
} as const;

const columns = {
  creditsMilli: true,
  creditedAt: true,
  stripePaymentIntentId: true,
  stripeChargeId: true,
  receiptUrl: true,
  invoice: { select: invoiceColumns },
  attempts: { orderBy: [{ attemptedAt: "desc" }, { id: "desc" }] },
  refunds: { orderBy: { createdAt: "desc" } },
  disputes: { orderBy: { openedAt: "desc" } },
} as const satisfies Prisma.PaymentSelect;

type PaymentRow = Prisma.PaymentGetPayload<{ select: typeof columns }>;
type InvoiceRow = Prisma.InvoiceGetPayload<{ select: typeof invoiceColumns }>;

function toTry({ cardBrand, cardLast4, attemptedAt, ...row }: PaymentRow["attempts"][number]): PaymentTry {
  const { id, status, amountMinor, failureCode, declineCode } = row;
  const card = toCard(cardBrand, cardLast4);
  return { id, status, amountMinor, failureCode, declineCode, card, at: attemptedAt };
}

function toReturn(row: PaymentRow["refunds"][number]): MoneyReturn {
  const { id, status, amountMinor, reason, clawedMilli, debtMilli, restoredAt, stripeRefundId } = row;
  const restored = restoredAt !== null;
  return {
    ...{ id, status, amountMinor, reason, clawedMilli, debtMilli, restored, stripeRefundId },
    at: row.createdAt,
  };
}

function toDispute(row: PaymentRow["disputes"][number]): PaymentDispute {
  const { id, amountMinor, reason, clawedMilli, debtMilli } = row;
  const state = disputeStateOf(row.status);
  return {
    ...{ id, state, amountMinor, reason, clawedMilli, debtMilli },
    frozen: row.frozenAt !== null && state === "open",
    at: row.openedAt,
  };
}

function billed(invoice: InvoiceRow | null): { lines: BilledLine[]; discountMinor: bigint } {
  if (!invoice) return { lines: [], discountMinor: 0n };
  const lines = invoiceLinesSchema.parse(invoice.lines);
  const sum = lines.reduce((total, { amountMinor }) => total + amountMinor, 0n);
  return { lines, discountMinor: invoice.totalMinor - sum };
}

function ofInvoice(invoice: InvoiceRow | null) {
  return {
    ...billed(invoice),
    references: invoice ? [`invoice:${invoice.id}`] : [],
    stripe: {
      invoiceId: invoice?.stripeInvoiceId ?? null,
      invoiceNumber: invoice?.stripeNumber ?? null,
      invoiceUrl: invoice?.hostedUrl ?? null,
    },
  };
}

const creditsOf = ({ creditedAt, creditsMilli }: { creditedAt: Date | null; creditsMilli: bigint }) =>
  creditedAt ? creditsMilli : null;

function toPaid(record: BillingRecord, row: PaymentRow): PaymentDetail {
  const { invoice, refunds, disputes, attempts } = row;
  const { references, stripe, ...billing } = ofInvoice(invoice);
  return {
    ...record,
    ...billing,
    creditsMilli: creditsOf(row),
    stripe: {
      ...stripe,
      paymentIntentId: row.stripePaymentIntentId,
      chargeId: row.stripeChargeId,
      receiptUrl: row.receiptUrl,
    },
    references: [
      `payment:${record.id}`,
      ...references,
      ...refunds.map(({ id }) => `refund:${id}`),
      ...disputes.map(({ id }) => `dispute:${id}`),
    ],
    attempts: attempts.map(toTry),
    refunds: refunds.map(toReturn),
    disputes: disputes.map(toDispute),
  };
}

function toUnpaid(record: BillingRecord, invoice: InvoiceRow): PaymentDetail {
  const { stripe, ...billing } = ofInvoice(invoice);
  return {
    ...record,
    ...billing,
    creditsMilli: creditsOf(invoice),
    stripe: { ...stripe, paymentIntentId: null, chargeId: null, receiptUrl: null },
    attempts: [],
    refunds: [],
    disputes: [],
  };
}

/** What there is besides the record: of a payment, or of an invoice that has none. */
export async function readDetail(db: Db, record: BillingRecord): Promise<PaymentDetail> {
  const payment = await db.prisma.payment.findUnique({ where: { id: record.id }, select: columns });
  if (payment) return toPaid(record, payment);
  const invoice = await db.prisma.invoice.findUniqueOrThrow({
    where: { id: record.id },
    select: invoiceColumns,
  });
  return toUnpaid(record, invoice);
}
