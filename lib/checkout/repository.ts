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
