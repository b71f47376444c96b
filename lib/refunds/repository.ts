import type { Db, Prisma } from "@/lib/db";
import type { GatewayRefund } from "@/lib/ports/refund-gateway";
import type { Refundable } from "./policy";
import type { PaidLot } from "./share-out";
import type { RefundCredits, RefundReason, RefundStatus } from "./types";

/** The bank has the money or is about to take it: what is refunded besides would be paid twice. */
const takenByBank = [
  "needs_response",
  "under_review",
  "appeal_needs_response",
  "appeal_under_review",
  "lost",
] as const;

const paymentColumns = {
  id: true,
  userId: true,
  description: true,
  amountMinor: true,
  currency: true,
  cardBrand: true,
  cardLast4: true,
} as const;

export type ReturnedPayment = Prisma.PaymentGetPayload<{ select: typeof paymentColumns }>;

const sumOf = (amounts: readonly { amountMinor: bigint }[]) =>
  amounts.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);

/** The payment as refunds see it, or null. A request need not make room for itself. */
export async function findRefundable(
  db: Db,
  paymentId: string,
  { exceptRequestId }: { exceptRequestId?: string | undefined } = {},
): Promise<(Refundable & { id: string; userId: string; description: string }) | null> {
  const payment = await db.prisma.payment.findUnique({
    where: { id: paymentId },
    select: {
      ...paymentColumns,
      status: true,
      refundedMinor: true,
      refunds: { where: { stripeRefundId: null, status: "pending" }, select: { amountMinor: true } },
      disputes: { where: { status: { in: [...takenByBank] } }, select: { id: true }, take: 1 },
      refundRequests: { where: { status: "waiting" }, select: { id: true, amountMinor: true } },
    },
  });
  if (!payment) return null;
  const { refunds, disputes, refundRequests, ...rest } = payment;
  const reserved = refundRequests.filter(({ id }) => id !== exceptRequestId);
  return {
    ...rest,
    unsentMinor: sumOf(refunds),
    reservedMinor: sumOf(reserved),
    disputed: disputes.length > 0,
  };
}

/** Our payment that Stripe names by its payment intent or, where it has none, by its charge. */
export function findReturnedPayment(
  db: Db,
  { paymentIntentId, stripeChargeId }: Pick<GatewayRefund, "paymentIntentId" | "stripeChargeId">,
): Promise<ReturnedPayment | null> {
  if (paymentIntentId) {
    return db.prisma.payment.findUnique({
      where: { stripePaymentIntentId: paymentIntentId },
      select: paymentColumns,
    });
  }
  if (!stripeChargeId) return Promise.resolve(null);
  return db.prisma.payment.findFirst({ where: { stripeChargeId }, select: paymentColumns });
}

export async function isPaymentKnown(
  db: Db,
  names: Pick<GatewayRefund, "paymentIntentId" | "stripeChargeId">,
): Promise<boolean> {
  return (await findReturnedPayment(db, names)) !== null;
}

export function getReturnedPayment(db: Db, id: string): Promise<ReturnedPayment> {
  return db.prisma.payment.findUniqueOrThrow({ where: { id }, select: paymentColumns });
}

const columns = {
  id: true,
  userId: true,
  paymentId: true,
  stripeRefundId: true,
  amountMinor: true,
  currency: true,
  status: true,
  credits: true,
  clawedMilli: true,
  debtMilli: true,
  clawedAt: true,
  restoredAt: true,
  syncSeq: true,
} as const;

export type RefundRow = Prisma.RefundGetPayload<{ select: typeof columns }>;

interface NewRefundRow {
  id?: string | undefined;
  userId: string;
  paymentId: string;
  amountMinor: bigint;
  currency: string;
  reason: string | null;
  note: string | null;
  credits: RefundCredits;
  requestedById: string | null;
  createdAt: Date;
}

export function insertRefund(db: Db, { id, ...row }: NewRefundRow): Promise<RefundRow> {
  const data = { ...(id ? { id } : {}), ...row, updatedAt: row.createdAt };
  return db.prisma.refund.create({ data, select: columns });
}

export function findRefund(db: Db, id: string): Promise<RefundRow | null> {
  return db.prisma.refund.findUnique({ where: { id }, select: columns });
}

export function findRefundOfStripe(db: Db, stripeRefundId: string): Promise<RefundRow | null> {
  return db.prisma.refund.findUnique({ where: { stripeRefundId }, select: columns });
}

interface UnsentRefund {
  id: string;
  userId: string;
  amountMinor: bigint;
  reason: RefundReason | null;
  paymentIntentId: string;
}

/** What to ask Stripe for; null when it has answered already. */
export async function findUnsentRefund(db: Db, id: string): Promise<UnsentRefund | null> {
  const row = await db.prisma.refund.findFirst({
    where: { id, stripeRefundId: null, status: "pending" },
    select: {
      id: true,
      userId: true,
      amountMinor: true,
      reason: true,
      payment: { select: { stripePaymentIntentId: true } },
    },
  });
  if (!row) return null;
  const { payment, reason, ...rest } = row;
  return { ...rest, reason: reason as RefundReason | null, paymentIntentId: payment.stripePaymentIntentId };
}

/** Refunds that Stripe has not answered for, oldest first. */
export async function listUnsentRefunds(db: Db, before: Date, limit: number): Promise<string[]> {
  const rows = await db.prisma.refund.findMany({
    where: { stripeRefundId: null, status: "pending", createdAt: { lt: before } },
    orderBy: { createdAt: "asc" },
    take: limit,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Stripe refused it. Unless it turned out meanwhile that Stripe made it after all. */
export async function failUnsentRefund(
  db: Db,
  { id, failureReason, now }: { id: string; failureReason: string; now: Date },
): Promise<void> {
  await db.prisma.refund.updateMany({
    where: { id, stripeRefundId: null, status: "pending" },
    data: { status: "failed", failureReason, updatedAt: now },
  });
}

export async function saveRefundState(
  db: Db,
  id: string,
  state: {
    stripeRefundId: string;
    status: RefundStatus;
    failureReason: string | null;
    syncSeq: bigint;
    updatedAt: Date;
  },
): Promise<void> {
  await db.prisma.refund.update({ where: { id }, data: state, select: { id: true } });
}

export async function saveClawback(
  db: Db,
  id: string,
  clawback: { clawedMilli: bigint; debtMilli: bigint; clawedAt: Date },
): Promise<void> {
  await db.prisma.refund.update({ where: { id }, data: clawback, select: { id: true } });
}

export async function markRestored(db: Db, id: string, restoredAt: Date): Promise<void> {
  await db.prisma.refund.update({ where: { id }, data: { restoredAt }, select: { id: true } });
}

/** Refunds that Stripe carried out, but whose credits were not there to be taken yet. */
export function listUnclawedRefunds(db: Db, paymentId: string): Promise<RefundRow[]> {
  return db.prisma.refund.findMany({
    where: {
      paymentId,
      stripeRefundId: { not: null },
      status: { notIn: ["failed", "canceled"] },
      credits: "claw_back",
      clawedAt: null,
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: columns,
  });
}

/** Makes the payment's sum equal to its refunds. The database refuses a sum above the payment. */
export async function recountRefunded(db: Db, paymentId: string): Promise<void> {
  await db.sql({
    name: "recount-refunded",
    text: `UPDATE payments SET refunded_minor = (
        SELECT coalesce(sum(r.amount_minor), 0) FROM refunds r
        WHERE r.payment_id = $1::uuid AND r.stripe_refund_id IS NOT NULL AND r.status NOT IN ('failed', 'canceled'))
      WHERE id = $1::uuid`,
    values: [paymentId],
  });
}

interface LotOwner {
  id: string;
  userId: string;
}

/** What the payment bought and what of it was returned, as the ledger has it, in the order of sharing. */
export function readPaidLots(db: Db, { id, userId }: LotOwner): Promise<PaidLot[]> {
  return db.sql<PaidLot>({
    name: "read-paid-lots",
    text: `SELECT p.lot_key AS "lotKey", p.cost_minor AS "costMinor", l.returned_minor AS "returnedMinor"
      FROM payment_lots p JOIN credit_lots l ON l.user_id = $2::uuid AND l.source_key = p.lot_key
      WHERE p.payment_id = $1::uuid ORDER BY p.position, p.lot_key`,
    values: [id, userId],
  });
}

/** Until the transaction ends, nobody spends: what a clawback would take is what it takes. */
export async function lockCredits(tx: Db, userId: string): Promise<void> {
  await tx.sql({
    name: "lock-credits",
    text: "SELECT 1 AS locked FROM credit_accounts WHERE user_id = $1::uuid FOR NO KEY UPDATE",
    values: [userId],
  });
}
