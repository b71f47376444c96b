import type { Db } from "@/lib/db";
import type { RefundRequestLine, RefundRequestStatus, RefundStory } from "./types";

async function emailsOf(db: Db, ids: readonly (string | null | undefined)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => typeof id === "string"))];
  const users = await db.prisma.user.findMany({
    where: { id: { in: wanted } },
    select: { id: true, email: true },
  });
  return new Map(users.map(({ id, email }) => [id, email]));
}

const lineColumns = {
  ...{ id: true, userId: true, paymentId: true, amountMinor: true, currency: true, credits: true },
  ...{ reason: true, note: true, status: true, requestedById: true, decidedById: true, decision: true },
  ...{ createdAt: true, decidedAt: true, payment: { select: { description: true } } },
} as const;

interface Window {
  where: { id: string } | { paymentId: string; status: "waiting" } | { status?: RefundRequestStatus };
  place?: { at: Date; id: string } | null;
  order: "asc" | "desc";
  limit: number;
}

const side = { asc: "gt", desc: "lt" } as const;

/** Requests in the order of their time, from a place on. */
export async function readRefundRequests(
  db: Db,
  { where, place, order, limit }: Window,
): Promise<RefundRequestLine[]> {
  const beyond = place && {
    OR: [
      { createdAt: { [side[order]]: place.at } },
      { createdAt: place.at, id: { [side[order]]: place.id } },
    ],
  };
  const rows = await db.prisma.refundRequest.findMany({
    where: { ...where, ...beyond },
    orderBy: [{ createdAt: order }, { id: order }],
    take: limit,
    select: lineColumns,
  });
  const emails = await emailsOf(
    db,
    rows.flatMap((row) => [row.userId, row.requestedById, row.decidedById]),
  );
  const nameOf = (id: string) => emails.get(id) ?? id;
  return rows.map(({ payment, decidedById, ...row }) => ({
    ...row,
    description: payment.description,
    userEmail: nameOf(row.userId),
    requestedBy: nameOf(row.requestedById),
    decidedBy: decidedById && nameOf(decidedById),
  }));
}

/** What a member was sent of a refund: that it failed wins over that it was made. */
async function mailsOf(db: Db, ids: readonly string[]): Promise<Map<string, RefundStory["mail"]>> {
  const keys = ids.flatMap((id) => [`refund:${id}`, `refund-failed:${id}`]);
  const rows = await db.prisma.outboxEmail.findMany({
    where: { key: { in: keys } },
    orderBy: { createdAt: "asc" },
    select: { key: true, template: true, status: true, sentAt: true },
  });
  return new Map(rows.map(({ key, ...mail }) => [key.slice(key.indexOf(":") + 1), mail]));
}

async function creditNotesOf(
  db: Db,
  ids: readonly string[],
): Promise<Map<string | null, { id: string; number: string }>> {
  const rows = await db.prisma.billingDocument.findMany({
    where: { refundId: { in: [...ids] }, kind: "credit_note" },
    orderBy: { issuedAt: "desc" },
    select: { id: true, number: true, refundId: true },
  });
  return new Map(rows.map(({ refundId, ...note }) => [refundId, note]));
}

/** Every refund of a payment with all that followed from it, the latest first. */
export async function readRefundStories(db: Db, paymentId: string): Promise<RefundStory[]> {
  const rows = await db.prisma.refund.findMany({
    where: { paymentId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 50,
    select: {
      ...{ id: true, amountMinor: true, status: true, stripeRefundId: true, reason: true, note: true },
      ...{ credits: true, clawedMilli: true, debtMilli: true, restoredAt: true, failureReason: true },
      ...{ requestedById: true, createdAt: true },
    },
  });
  const ids = rows.map(({ id }) => id);
  const approvals = await db.prisma.refundRequest.findMany({
    where: { id: { in: ids } },
    select: { id: true, decidedById: true },
  });
  const approvedBy = new Map(approvals.map(({ id, decidedById }) => [id, decidedById]));
  const people = [...rows.map(({ requestedById }) => requestedById), ...approvedBy.values()];
  const [emails, mails, notes] = await Promise.all([
    emailsOf(db, people),
    mailsOf(db, ids),
    creditNotesOf(db, ids),
  ]);
  const nameOf = (id: string | null | undefined) => (id ? (emails.get(id) ?? id) : null);
  return rows.map(({ requestedById, ...row }) => ({
    ...row,
    askedBy: nameOf(requestedById),
    approvedBy: nameOf(approvedBy.get(row.id)),
    creditNote: notes.get(row.id) ?? null,
    mail: mails.get(row.id) ?? null,
  }));
}

/** Who paid, when, and with what. */
export function readPaymentHead(db: Db, id: string) {
  return db.prisma.payment.findUnique({
    where: { id },
    select: {
      ...{ cardBrand: true, cardLast4: true, paidAt: true },
      customer: { select: { user: { select: { email: true } } } },
    },
  });
}

export function findCreditNote(db: Db, refundId: string) {
  return db.prisma.billingDocument.findFirst({
    where: { refundId, kind: "credit_note" },
    orderBy: { issuedAt: "desc" },
    select: { id: true, userId: true, number: true },
  });
}
