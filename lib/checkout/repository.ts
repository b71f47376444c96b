import { v7 as uuidv7 } from "uuid";
import type { Db } from "@/lib/db";
import type { Checkout, CheckoutStatus, Offer } from "./types";

const columns = {
  id: true,
  userId: true,
  kind: true,
  lookupKey: true,
  itemName: true,
  stripePriceId: true,
  creditsMilli: true,
  amountMinor: true,
  currency: true,
  status: true,
  stripeSessionId: true,
  topUp: { select: { id: true } },
} as const;

export interface OpenedCheckout {
  checkout: Checkout;
  /** False when another tab, click or an earlier try had opened it. */
  isNew: boolean;
}

type Intention = { userId: string; offer: Offer; now: Date };

/**
 * The user's one open checkout of this item, or of any plan: nobody shall pay for two. Made if there is none.
 */
export async function openCheckout(
  db: Db,
  { userId, offer, now }: Intention,
): Promise<OpenedCheckout | null> {
  const id = uuidv7();
  const { kind, lookupKey, amountMinor, currency } = offer;
  await db.prisma.checkout.createMany({
    data: {
      id,
      userId,
      kind,
      lookupKey,
      itemName: offer.name,
      stripePriceId: offer.stripePriceId,
      creditsMilli: offer.creditsMilli,
      amountMinor,
      currency,
      createdAt: now,
      updatedAt: now,
    },
    skipDuplicates: true,
  });
  const checkout = await db.prisma.checkout.findFirst({
    where: { userId, status: "open", ...(kind === "plan" ? { kind } : { lookupKey }) },
    select: columns,
  });
  return checkout && { checkout, isNew: checkout.id === id };
}

export function findCheckout(db: Db, id: string): Promise<Checkout | null> {
  return db.prisma.checkout.findUnique({ where: { id }, select: columns });
}

/** Only the owner's: the session id of somebody else finds nothing. */
export function findOwnCheckout(db: Db, userId: string, stripeSessionId: string): Promise<Checkout | null> {
  return db.prisma.checkout.findFirst({ where: { userId, stripeSessionId }, select: columns });
}

/** Remembers the session, unless one is known already. */
export async function keepSession(db: Db, id: string, stripeSessionId: string): Promise<void> {
  await db.prisma.checkout.updateMany({ where: { id, stripeSessionId: null }, data: { stripeSessionId } });
}

type StatusChange = { id: string; status: CheckoutStatus; now: Date };

/** A checkout only moves on: what an older reading says of it comes too late. */
const earlier: Readonly<Record<CheckoutStatus, CheckoutStatus[]>> = {
  open: [],
  processing: ["open"],
  expired: ["open", "processing"],
  failed: ["open", "processing"],
  completed: ["open", "processing", "expired", "failed"],
};

export async function setStatus(db: Db, { id, status, now }: StatusChange): Promise<void> {
  await db.prisma.checkout.updateMany({
    where: { id, status: { in: earlier[status] } },
    data: { status, updatedAt: now },
  });
}

/** Until the transaction ends, nobody else registers this payment. */
export async function lockPayment(tx: Db, stripePaymentIntentId: string): Promise<void> {
  await tx.sql({
    name: "lock-payment",
    text: "SELECT pg_advisory_xact_lock(hashtextextended('payment:' || $1::text, 0))::text AS locked",
    values: [stripePaymentIntentId],
  });
}

export async function findOwnerOfPayment(db: Db, stripePaymentIntentId: string): Promise<string | null> {
  const row = await db.prisma.payment.findUnique({
    where: { stripePaymentIntentId },
    select: { userId: true },
  });
  return row?.userId ?? null;
}

/** The checkout that one of Stripe's sessions belongs to. */
export function findCheckoutOfSession(db: Db, stripeSessionId: string | null): Promise<Checkout | null> {
  return stripeSessionId === null
    ? Promise.resolve(null)
    : db.prisma.checkout.findUnique({ where: { stripeSessionId }, select: columns });
}

/** What was agreed, written down after it was paid, or before it is paid without a session. */
export function makeCheckout(
  tx: Db,
  {
    userId,
    offer,
    status,
    sessionId,
    now,
  }: Intention & { status: "completed" | "processing"; sessionId: string | null },
): Promise<Checkout> {
  const { kind, lookupKey, amountMinor, currency, stripePriceId, creditsMilli } = offer;
  return tx.prisma.checkout.create({
    data: {
      ...{ userId, kind, lookupKey, amountMinor, currency, stripePriceId, creditsMilli },
      ...{ itemName: offer.name, status, stripeSessionId: sessionId },
      ...{ createdAt: now, updatedAt: now },
    },
    select: columns,
  });
}
