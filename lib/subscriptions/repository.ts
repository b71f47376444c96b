import type { Db, Prisma } from "@/lib/db";
import { recordChange } from "./history";
import { liveStatuses, type NextPlan } from "./types";

const subscriptionColumns = {
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
  nextCreditsMilli: true,
  nextAmountMinor: true,
} as const;

type Columns = Prisma.SubscriptionGetPayload<{ select: typeof subscriptionColumns }>;
type NextColumn = Extract<keyof Columns, `next${string}`>;
/** `next`: what a planned change makes of it. */
export type SubscriptionRow = Omit<Columns, NextColumn> & { next: NextPlan | null };

function toRow(columns: Columns): SubscriptionRow {
  const { nextPlanKey, nextPlanName, nextInterval, nextStartsAt, nextCreditsMilli, nextAmountMinor, ...row } =
    columns;
  if (!nextPlanName || !nextStartsAt) return { ...row, next: null };
  const amounts = { creditsMilli: nextCreditsMilli ?? 0n, amountMinor: nextAmountMinor ?? 0n };
  const { currency } = row;
  return {
    ...row,
    next: {
      planKey: nextPlanKey,
      planName: nextPlanName,
      interval: nextInterval,
      startsAt: nextStartsAt,
      currency,
      ...amounts,
    },
  };
}
export type SubscriptionState = Omit<Prisma.SubscriptionUncheckedCreateInput, "id" | "invoices" | "changes">;

const live = { surplus: false, status: { in: [...liveStatuses] } };

/** The member's one plan; null without one. */
export async function findLiveSubscription(db: Db, userId: string): Promise<SubscriptionRow | null> {
  const row = await db.prisma.subscription.findFirst({
    where: { userId, ...live },
    select: subscriptionColumns,
  });
  return row && toRow(row);
}

export async function listSubscriptionsOf(db: Db, userId: string): Promise<SubscriptionRow[]> {
  const rows = await db.prisma.subscription.findMany({ where: { userId }, select: subscriptionColumns });
  return rows.map(toRow);
}

export async function findSubscription(
  db: Db,
  stripeSubscriptionId: string,
): Promise<SubscriptionRow | null> {
  const row = await db.prisma.subscription.findUnique({
    where: { stripeSubscriptionId },
    select: subscriptionColumns,
  });
  return row && toRow(row);
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
  const row = await db.prisma.subscription.findUniqueOrThrow({
    where: { stripeSubscriptionId },
    select: subscriptionColumns,
  });
  return toRow(row);
}

/** Ends what lives of these subscriptions, unless a later reading is there. */
export async function endSubscriptions(
  db: Db,
  stripeSubscriptionIds: readonly string[],
  { endedAt, syncSeq }: { endedAt: Date; syncSeq: bigint },
): Promise<void> {
  const rows = await db.prisma.subscription.findMany({
    where: {
      stripeSubscriptionId: { in: [...stripeSubscriptionIds] },
      status: { in: [...liveStatuses] },
      syncSeq: { lt: syncSeq },
    },
    select: { id: true },
  });
  for (const { id } of rows) {
    const row = await db.prisma.subscription.update({
      where: { id },
      data: { status: "canceled", endedAt, cancelsAt: null, syncSeq, updatedAt: endedAt },
      select: subscriptionColumns,
    });
    await recordChange(db, toRow(row), { occurredAt: endedAt, recordedAt: endedAt });
  }
}

/** What was paid for a subscription that is surplus. */
export async function listSurplusPayments(db: Db, stripeSubscriptionId: string): Promise<string[]> {
  const rows = await db.prisma.payment.findMany({
    where: { status: "succeeded", invoice: { subscription: { stripeSubscriptionId, surplus: true } } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
