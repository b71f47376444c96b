import { v7 as uuidv7 } from "uuid";
import type { PackForSale } from "@/lib/catalog/types";
import type { Db } from "@/lib/db";
import type { Checkout, CheckoutStatus } from "./types";

const columns = {
  id: true,
  userId: true,
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

type Offer = { userId: string; pack: PackForSale; now: Date };

/** The user's one open checkout of this item; made if there is none. */
export async function openCheckout(db: Db, { userId, pack, now }: Offer): Promise<OpenedCheckout | null> {
  const id = uuidv7();
  const { lookupKey, amountMinor, currency } = pack.price;
  await db.prisma.checkout.createMany({
    data: {
      id,
      userId,
      lookupKey,
      itemName: pack.name,
      stripePriceId: pack.stripePriceId,
      creditsMilli: pack.creditsMilli,
      amountMinor,
      currency,
      createdAt: now,
      updatedAt: now,
    },
    skipDuplicates: true,
  });
  const checkout = await db.prisma.checkout.findFirst({
    where: { userId, lookupKey, status: "open" },
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
