import type { Db, Prisma } from "@/lib/db";

const failure = { failureCode: true, declineCode: true, failureMessage: true } as const;
const card = { cardBrand: true, cardLast4: true } as const;
const money = { amountMinor: true, currency: true } as const;

const columns = {
  ...{ id: true, userId: true, kind: true, status: true, description: true, ...money, creditsMilli: true },
  ...{
    stripePaymentIntentId: true,
    stripeChargeId: true,
    ...card,
    ...failure,
    receiptUrl: true,
    problem: true,
  },
  ...{ paidAt: true, creditedAt: true, refundedMinor: true, createdAt: true, updatedAt: true },
  customer: { select: { stripeCustomerId: true, user: { select: { email: true, name: true } } } },
  checkout: {
    select: {
      ...{ id: true, itemName: true, lookupKey: true, status: true, stripeSessionId: true },
      ...{ ...money, creditsMilli: true, createdAt: true },
    },
  },
  invoice: {
    select: {
      ...{ id: true, stripeInvoiceId: true, stripeNumber: true, status: true, reason: true, currency: true },
      ...{ totalMinor: true, paidMinor: true, dueMinor: true, hostedUrl: true, creditsMilli: true },
      ...{ creditedAt: true, problem: true, issuedAt: true, paidAt: true },
      subscription: {
        select: {
          ...{ id: true, stripeSubscriptionId: true, planName: true, status: true, surplus: true },
          ...{ ...money, startedAt: true, periodEndsAt: true, cancelsAt: true },
        },
      },
    },
  },
  attempts: {
    ...{ orderBy: [{ attemptedAt: "asc" }, { id: "asc" }], take: 100 },
    select: {
      id: true,
      attemptKey: true,
      stripeChargeId: true,
      status: true,
      ...money,
      ...failure,
      ...card,
      attemptedAt: true,
    },
  },
  lots: { orderBy: { position: "asc" }, select: { lotKey: true, costMinor: true, creditsMilli: true } },
  refunds: {
    ...{ orderBy: { createdAt: "asc" }, take: 100 },
    select: {
      ...{ id: true, stripeRefundId: true, status: true, ...money, reason: true, note: true, credits: true },
      ...{
        failureReason: true,
        clawedMilli: true,
        debtMilli: true,
        clawedAt: true,
        restoredAt: true,
        createdAt: true,
      },
    },
  },
  disputes: {
    orderBy: { openedAt: "asc" },
    select: {
      ...{
        id: true,
        stripeDisputeId: true,
        status: true,
        ...money,
        reason: true,
        dueBy: true,
        clawedMilli: true,
      },
      ...{ debtMilli: true, frozenAt: true, clawedAt: true, openedAt: true, closedAt: true },
    },
  },
} as const satisfies Prisma.PaymentSelect;

export type PaymentRow = Prisma.PaymentGetPayload<{ select: typeof columns }>;

/** Everything that our rows say of a payment. */
export function findPayment(db: Db, id: string): Promise<PaymentRow | null> {
  return db.prisma.payment.findUnique({ where: { id }, select: columns });
}

/** A lot of credits that the payment bought, as the ledger has it now. */
export interface BoughtLot {
  lotKey: string;
  amountMilli: bigint;
  remainingMilli: bigint;
  clawedMilli: bigint;
  status: string;
  expiresAt: Date | null;
}

export function readLots(db: Db, userId: string, lotKeys: readonly string[]): Promise<BoughtLot[]> {
  return db.sql<BoughtLot>({
    name: "lots-of-payment",
    text: `SELECT source_key AS "lotKey", amount_milli AS "amountMilli", remaining_milli AS "remainingMilli",
        CASE WHEN frozen_at IS NOT NULL THEN 'frozen' WHEN open THEN 'open' ELSE 'closed' END AS status,
        clawed_milli AS "clawedMilli", expires_at AS "expiresAt"
      FROM credit_lots WHERE user_id = $1::uuid AND source_key = ANY($2::text[]) ORDER BY effective_at, no`,
    values: [userId, lotKeys],
  });
}

export interface TouchingEvent {
  id: string;
  type: string;
  objectId: string | null;
  status: string;
  source: string;
  error: string | null;
  note: string | null;
  receivedAt: Date;
  processedAt: Date | null;
}

/** The webhooks about any of these objects, newest first. */
export function readEvents(db: Db, objectIds: readonly string[]): Promise<TouchingEvent[]> {
  return db.prisma.stripeEvent.findMany({
    where: { objectId: { in: [...objectIds] } },
    ...{ orderBy: [{ receivedAt: "desc" }, { id: "desc" }], take: 60 },
    select: {
      ...{ id: true, type: true, objectId: true, status: true, source: true, error: true, note: true },
      ...{ receivedAt: true, processedAt: true },
    },
  });
}

export interface SentMail {
  id: string;
  template: string;
  recipient: string;
  status: "pending" | "sent" | "failed" | "unwanted";
  createdAt: Date;
  sentAt: Date | null;
}

/** Mails whose reason was one of these things of ours; without what they say. */
export function readMails(db: Db, userId: string, ids: readonly string[]): Promise<SentMail[]> {
  return db.prisma.outboxEmail.findMany({
    where: { userId, OR: ids.map((id) => ({ key: { contains: id } })) },
    ...{ orderBy: { createdAt: "desc" }, take: 40 },
    select: { id: true, template: true, recipient: true, status: true, createdAt: true, sentAt: true },
  });
}
