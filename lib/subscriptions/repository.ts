import type { Db, Prisma } from "@/lib/db";
import { liveStatuses } from "./types";

export const subscriptionColumns = {
  id: true,
  userId: true,
  stripeSubscriptionId: true,
  stripeItemId: true,
  stripePriceId: true,
  planKey: true,
  planName: true,
  interval: true,
  creditsMilli: true,
  amountMinor: true,
  currency: true,
  status: true,
  surplus: true,
  startedAt: true,
  periodStartsAt: true,
  periodEndsAt: true,
  trialEndsAt: true,
  cancelsAt: true,
  endedAt: true,
  paused: true,
  resumesAt: true,
  stripeScheduleId: true,
  nextPlanKey: true,
  nextPlanName: true,
  nextInterval: true,
  nextStartsAt: true,
} as const;

export type SubscriptionRow = Prisma.SubscriptionGetPayload<{ select: typeof subscriptionColumns }>;
export type SubscriptionState = Omit<Prisma.SubscriptionUncheckedCreateInput, "id" | "invoices" | "changes">;

const live = { surplus: false, status: { in: [...liveStatuses] } };

/** The member's one plan; null without one. */
export function findLiveSubscription(db: Db, userId: string): Promise<SubscriptionRow | null> {
  return db.prisma.subscription.findFirst({ where: { userId, ...live }, select: subscriptionColumns });
}

export function listSubscriptionsOf(db: Db, userId: string): Promise<SubscriptionRow[]> {
  return db.prisma.subscription.findMany({ where: { userId }, select: subscriptionColumns });
}

export function findSubscription(db: Db, stripeSubscriptionId: string): Promise<SubscriptionRow | null> {
  return db.prisma.subscription.findUnique({ where: { stripeSubscriptionId }, select: subscriptionColumns });
}

/** Writes the state unless one from a later reading is there. */
export async function upsertSubscription(
  db: Db,
  state: SubscriptionState & { syncSeq: bigint },
): Promise<SubscriptionRow> {
  const { stripeSubscriptionId, syncSeq } = state;
  const { count } = await db.prisma.subscription.createMany({ data: state, skipDuplicates: true });
  if (count === 0) {
    await db.prisma.subscription.updateMany({
      where: { stripeSubscriptionId, syncSeq: { lt: syncSeq } },
      data: state,
    });
  }
  return db.prisma.subscription.findUniqueOrThrow({
    where: { stripeSubscriptionId },
    select: subscriptionColumns,
  });
}

/** Adds to the subscription's history what is different from its last line. */
export async function recordChange(
  db: Db,
  subscription: SubscriptionRow,
  { occurredAt, recordedAt }: { occurredAt: Date; recordedAt: Date },
): Promise<void> {
  const {
    id: subscriptionId,
    status,
    stripePriceId,
    planKey,
    interval,
    amountMinor,
    currency,
    cancelsAt,
  } = subscription;
  const state = { status, stripePriceId, amountMinor, cancelsAt };
  const last = await db.prisma.subscriptionChange.findFirst({
    where: { subscriptionId },
    orderBy: { id: "desc" },
    select: { status: true, stripePriceId: true, amountMinor: true, cancelsAt: true },
  });
  const same =
    last?.status === status &&
    last.stripePriceId === stripePriceId &&
    last.amountMinor === amountMinor &&
    last.cancelsAt?.getTime() === cancelsAt?.getTime();
  if (same) return;
  await db.prisma.subscriptionChange.create({
    data: { subscriptionId, ...state, planKey, interval, currency, occurredAt, recordedAt },
    select: { id: true },
  });
}

/** Ends what lives of a member whose customer Stripe no longer has. */
export async function endPlanOf(db: Db, userId: string, endedAt: Date): Promise<void> {
  const rows = await db.prisma.subscription.findMany({
    where: { userId, status: { in: [...liveStatuses] } },
    select: { id: true },
  });
  for (const { id } of rows) {
    const row = await db.prisma.subscription.update({
      where: { id },
      data: { status: "canceled", endedAt, cancelsAt: null, updatedAt: endedAt },
      select: subscriptionColumns,
    });
    await recordChange(db, row, { occurredAt: endedAt, recordedAt: endedAt });
  }
}
