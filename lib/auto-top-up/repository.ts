import type { Db } from "@/lib/db";
import type { AutoTopUp, TopUpStatus, TopUpStop } from "./types";

const settingColumns = {
  ...{ enabled: true, thresholdMilli: true, lookupKey: true, itemName: true, creditsMilli: true },
  ...{ amountMinor: true, currency: true, capMinor: true, stoppedBecause: true, stoppedAt: true },
  agreedAt: true,
} as const;

export function findSettings(db: Db, userId: string): Promise<AutoTopUp | null> {
  return db.prisma.autoTopUp.findUnique({ where: { userId }, select: settingColumns });
}

type Agreed = Omit<AutoTopUp, "enabled" | "stoppedBecause" | "stoppedAt">;

/** Switched on as agreed; what had stopped it is over. */
export async function saveSettings(tx: Db, userId: string, agreed: Agreed): Promise<void> {
  const on = { enabled: true, stoppedBecause: null, stoppedAt: null, cappedUntil: null };
  const data = { ...agreed, ...on, updatedAt: agreed.agreedAt };
  await tx.prisma.autoTopUp.upsert({
    where: { userId },
    create: { userId, ...data },
    update: data,
    select: { userId: true },
  });
}

/** @returns false when it was off already */
export async function switchOff(
  tx: Db,
  { userId, because, now }: { userId: string; because: TopUpStop | null; now: Date },
): Promise<boolean> {
  const { count } = await tx.prisma.autoTopUp.updateMany({
    where: { userId, enabled: true },
    data: {
      enabled: false,
      stoppedBecause: because,
      stoppedAt: because && now,
      cappedUntil: null,
      updatedAt: now,
    },
  });
  return count > 0;
}

/** Nobody need look at it until then. */
export async function noteCapped(tx: Db, userId: string, cappedUntil: Date): Promise<void> {
  await tx.prisma.autoTopUp.updateMany({ where: { userId, enabled: true }, data: { cappedUntil } });
}

const pendingColumns = {
  ...{ id: true, userId: true, episode: true, checkoutId: true, amountMinor: true, currency: true },
  ...{ stripeCustomerId: true, stripePaymentMethodId: true, stripePaymentIntentId: true, cardLabel: true },
  createdAt: true,
  checkout: { select: { itemName: true, creditsMilli: true } },
} as const;

/** A purchase that has not ended, with what was agreed. */
export interface PendingTopUp {
  id: string;
  userId: string;
  episode: number;
  checkoutId: string;
  amountMinor: bigint;
  currency: string;
  stripeCustomerId: string;
  stripePaymentMethodId: string;
  stripePaymentIntentId: string | null;
  cardLabel: string;
  createdAt: Date;
  checkout: { itemName: string; creditsMilli: bigint };
}

export function findPending(db: Db, userId: string): Promise<PendingTopUp | null> {
  return db.prisma.topUp.findFirst({ where: { userId, status: "pending" }, select: pendingColumns });
}

type NewTopUp = Omit<PendingTopUp, "checkout" | "stripePaymentIntentId"> & { claimedUntil: Date };

export function insertTopUp(tx: Db, data: NewTopUp): Promise<PendingTopUp> {
  return tx.prisma.topUp.create({ data, select: pendingColumns });
}

/** @returns false while somebody else is at it */
export async function claim(
  db: Db,
  { id, now, until }: { id: string; now: Date; until: Date },
): Promise<boolean> {
  const { count } = await db.prisma.topUp.updateMany({
    where: { id, status: "pending", OR: [{ claimedUntil: null }, { claimedUntil: { lte: now } }] },
    data: { claimedUntil: until },
  });
  return count > 0;
}

export async function unclaim(db: Db, id: string): Promise<void> {
  await db.prisma.topUp.updateMany({ where: { id, status: "pending" }, data: { claimedUntil: null } });
}

/** Remembers which payment it is, as long as it has not ended. */
export async function keepPayment(tx: Db, id: string, stripePaymentIntentId: string): Promise<void> {
  await tx.prisma.topUp.updateMany({ where: { id, status: "pending" }, data: { stripePaymentIntentId } });
}

interface Ending {
  id: string;
  status: Exclude<TopUpStatus, "pending">;
  stripePaymentIntentId?: string;
  failureCode?: string | null;
  declineCode?: string | null;
  now: Date;
}

/** @returns false when it had ended before */
export async function endTopUp(tx: Db, { id, now, ...ending }: Ending): Promise<boolean> {
  const { count } = await tx.prisma.topUp.updateMany({
    where: { id, status: "pending" },
    data: { ...ending, settledAt: now, claimedUntil: null },
  });
  return count > 0;
}

interface Paid {
  id: string;
  stripePaymentIntentId: string;
  /** Why it brought no credits. */
  problem: string | null;
  now: Date;
}

/**
 * Money arrived for it, also for one that had been taken for failed. @returns false when it was known, or when another
 * was bought for the same dip
 */
export async function markPaid(tx: Db, paid: Paid): Promise<boolean> {
  const rows = await tx.sql<{ one: number }>({
    name: "mark-top-up-paid",
    text: `UPDATE top_ups t SET status = 'succeeded', stripe_payment_intent_id = $2::text, failure_code = $3::text,
        decline_code = NULL, settled_at = $4::timestamptz, claimed_until = NULL
      WHERE t.id = $1::uuid AND t.status <> 'succeeded' AND NOT EXISTS (
        SELECT FROM top_ups o WHERE o.user_id = t.user_id AND o.episode = t.episode AND o.id <> t.id
          AND o.status IN ('pending', 'succeeded'))
      RETURNING 1 AS one`,
    values: [paid.id, paid.stripePaymentIntentId, paid.problem, paid.now],
  });
  return rows.length === 1;
}

/** The payment that was tried for a top-up, as our rows have it now. */
export function findTriedPayment(tx: Db, stripePaymentIntentId: string) {
  return tx.prisma.payment.findUnique({
    where: { stripePaymentIntentId },
    select: {
      ...{ status: true, problem: true, failureCode: true, declineCode: true, failureMessage: true },
      checkout: { select: { topUp: { select: { ...pendingColumns, status: true } } } },
    },
  });
}

/** Of one calendar month: charged, or about to be. */
export async function sumSpent(
  db: Db,
  { userId, currency, from, to }: { userId: string; currency: string; from: Date; to: Date },
): Promise<bigint> {
  const { _sum } = await db.prisma.topUp.aggregate({
    where: {
      userId,
      currency,
      status: { in: ["pending", "succeeded"] },
      createdAt: { gte: from, lt: to },
    },
    _sum: { amountMinor: true },
  });
  return _sum.amountMinor ?? 0n;
}

/** Whether one is on its way, or was made for this dip. */
export async function isHandled(db: Db, userId: string, episode: number): Promise<boolean> {
  const row = await db.prisma.topUp.findFirst({
    where: { userId, OR: [{ status: "pending" }, { status: "succeeded", episode }] },
    select: { id: true },
  });
  return row !== null;
}

/** Whether a payment was refunded with its credits since then, or disputed otherwise than in vain. */
export async function hasReturns(db: Db, userId: string, since: Date): Promise<boolean> {
  const refund = await db.prisma.refund.findFirst({
    where: {
      ...{ userId, credits: "claw_back", createdAt: { gte: since } },
      status: { notIn: ["failed", "canceled"] },
    },
    select: { id: true },
  });
  if (refund) return true;
  // Stripe's times are whole seconds.
  const opened = { gte: new Date(Math.floor(since.getTime() / 1_000) * 1_000) };
  const dispute = await db.prisma.dispute.findFirst({
    where: { userId, openedAt: opened, status: { notIn: ["won", "warning_closed"] } },
    select: { id: true },
  });
  return dispute !== null;
}

export async function isInGoodStanding(db: Db, userId: string): Promise<boolean> {
  const row = await db.prisma.user.findFirst({
    where: { id: userId, suspendedAt: null, deletionAskedAt: null, anonymisedAt: null },
    select: { id: true },
  });
  return row !== null;
}

/**
 * Whether a plan is about to bring credits: those of its last period expired with it, and those of the new one come with
 * the invoice, an hour or more later. Only for a day, and not where the invoice could not be paid.
 */
export async function isRenewing(db: Db, userId: string, now: Date): Promise<boolean> {
  const rows = await db.sql<{ one: number }>({
    name: "find-plan-that-renews",
    text: `SELECT 1 AS one FROM subscriptions s
      WHERE s.user_id = $1::uuid AND NOT s.surplus AND NOT s.paused AND s.status IN ('active', 'trialing')
        AND (s.period_starts_at BETWEEN $2::timestamptz - interval '1 day' AND $2::timestamptz
          -- That it went on is not heard of yet.
          OR s.period_ends_at BETWEEN $2::timestamptz - interval '1 day' AND $2::timestamptz
            AND (s.cancels_at IS NULL OR s.cancels_at > s.period_ends_at))
        AND NOT EXISTS (SELECT FROM credit_lots l
          WHERE l.user_id = s.user_id AND l.kind = 'subscription' AND l.expires_at > $2::timestamptz)`,
    values: [userId, now],
  });
  return rows.length > 0;
}
