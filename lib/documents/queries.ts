import type { Db } from "@/lib/db";
import { contentSchema, type DocumentRef } from "./schema";
import type { DocumentContent, IssuedDocument } from "./types";

const buyer = { select: { user: { select: { name: true, email: true } } } } as const;
const money = { amountMinor: true, currency: true } as const;
const paidWith = { cardBrand: true, cardLast4: true, paidAt: true } as const;

const paymentColumns = {
  ...{ id: true, userId: true, description: true, customer: buyer, ...money, ...paidWith },
  checkout: { select: money },
} as const;

const invoiceColumns = {
  ...{ id: true, userId: true, currency: true, totalMinor: true, paidMinor: true, paidAt: true },
  customer: buyer,
  payments: {
    where: { status: "succeeded" },
    orderBy: { createdAt: "desc" },
    take: 1,
    select: { id: true, ...paidWith },
  },
} as const;

const refundColumns = {
  ...{ id: true, userId: true, status: true, updatedAt: true, customer: buyer, ...money },
  payment: { select: { id: true, description: true, invoiceId: true, ...paidWith } },
} as const;

/** A payment as its receipt tells it. */
export function getPaidPayment(db: Db, id: string) {
  return db.prisma.payment.findFirstOrThrow({ where: { id, status: "succeeded" }, select: paymentColumns });
}

/** A paid invoice with the payment that paid it, if money had to move. */
export function getPaidInvoice(db: Db, id: string) {
  return db.prisma.invoice.findFirstOrThrow({ where: { id, status: "paid" }, select: invoiceColumns });
}

/** A refund with what it gives back. */
export function getRefund(db: Db, id: string) {
  return db.prisma.refund.findUniqueOrThrow({ where: { id }, select: refundColumns });
}

const among = (ids: readonly string[]) => ({ id: { in: [...ids] } });

export function listPaidPayments(db: Db, ids: readonly string[]) {
  return db.prisma.payment.findMany({
    where: { ...among(ids), status: "succeeded" },
    select: paymentColumns,
  });
}

/** With their lines as Stripe wrote them. */
export function listPaidInvoices(db: Db, ids: readonly string[]) {
  const select = { ...invoiceColumns, lines: true } as const;
  return db.prisma.invoice.findMany({ where: { ...among(ids), status: "paid" }, select });
}

export function listRefunds(db: Db, ids: readonly string[]) {
  return db.prisma.refund.findMany({ where: { ...among(ids), status: "succeeded" }, select: refundColumns });
}

export interface KeptDocument extends IssuedDocument {
  content: DocumentContent;
}

const kept = { id: true, kind: true, number: true, issuedAt: true, content: true } as const;

type Row = IssuedDocument & { content: unknown };

const toKept = (row: Row | null): KeptDocument | null =>
  row && { ...row, content: contentSchema.parse(row.content) };

/** Only the owner's: the number of somebody else's document finds nothing. */
export async function findOwnDocument(
  db: Db,
  userId: string,
  ref: DocumentRef,
): Promise<KeptDocument | null> {
  return toKept(await db.prisma.billingDocument.findFirst({ where: { ...ref, userId }, select: kept }));
}

export async function findDocument(db: Db, id: string): Promise<KeptDocument | null> {
  return toKept(await db.prisma.billingDocument.findUnique({ where: { id }, select: kept }));
}

/**
 * What was issued for a payment of the user's, oldest first: its receipt or invoice, and credit notes. An invoice that a
 * balance paid has no payment: its own id finds it.
 */
export async function listDocumentsOfPayment(
  db: Db,
  { userId, paymentId }: { userId: string; paymentId: string },
): Promise<IssuedDocument[]> {
  return db.sql<IssuedDocument>({
    name: "documents-of-payment",
    text: `SELECT d.id, d.kind::text AS kind, d.number, d.issued_at AS "issuedAt" FROM billing_documents d
      WHERE d.user_id = $1::uuid AND (d.payment_id = $2::uuid OR (d.kind = 'invoice' AND d.subject = 'invoice:' || coalesce(
        (SELECT p.invoice_id FROM payments p WHERE p.id = $2::uuid AND p.user_id = $1::uuid), $2::uuid)))
      ORDER BY d.issued_at, d.number`,
    values: [userId, paymentId],
  });
}
