import type { Db } from "@/lib/db";
import { liveStatuses } from "@/lib/subscriptions/types";
import type { Terms } from "./policy";

export interface GivenRow extends Terms {
  id: string;
  userId: string;
  planName: string;
  grantedPeriods: number;
}

interface NewPlan extends Terms {
  id: string;
  userId: string;
  givenBy: string;
  planKey: string;
  planName: string;
  reason: string;
}

/** @returns false when the id is taken, or somebody has one that runs */
export async function insertPlan(tx: Db, plan: NewPlan): Promise<boolean> {
  const { count } = await tx.prisma.complimentaryPlan.createMany({
    data: [{ ...plan, dueAt: plan.startsAt }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** One that was not ended, its row locked until the transaction ends. */
export async function lockOpen(tx: Db, id: string): Promise<GivenRow | null> {
  const [row] = await tx.sql<GivenRow>({
    name: "lock-complimentary-plan",
    text: `SELECT id, user_id AS "userId", plan_name AS "planName", monthly_milli AS "monthlyMilli",
        starts_at AS "startsAt", ends_at AS "endsAt", granted_periods AS "grantedPeriods"
      FROM complimentary_plans WHERE id = $1::uuid AND ended_at IS NULL FOR UPDATE`,
    values: [id],
  });
  return row ?? null;
}

interface Progress {
  grantedPeriods?: number;
  dueAt?: Date;
  endedAt?: Date;
}

export async function updatePlan(tx: Db, id: string, progress: Progress): Promise<void> {
  await tx.prisma.complimentaryPlan.update({ where: { id }, data: progress, select: { id: true } });
}

/** Whether somebody has a plan that is paid for. */
export async function hasPaidPlan(db: Db, userId: string): Promise<boolean> {
  const row = await db.prisma.subscription.findFirst({
    where: { userId, surplus: false, status: { in: [...liveStatuses] } },
    select: { id: true },
  });
  return row !== null;
}

/** Whether somebody's account was deleted. */
export async function isGone(tx: Db, userId: string): Promise<boolean> {
  const user = await tx.prisma.user.findUniqueOrThrow({
    where: { id: userId },
    select: { anonymisedAt: true },
  });
  return user.anonymisedAt !== null;
}

/** One whose day has come, which nobody has written yet. */
export function findOver(tx: Db, userId: string, now: Date) {
  return tx.prisma.complimentaryPlan.findFirst({
    where: { userId, endedAt: null, endsAt: { lte: now } },
    select: { id: true, userId: true, planName: true, endsAt: true },
  });
}

/** Those that have something to do at an instant: a month begins, they end, or a paid plan took their place. */
export async function listDue(db: Db, now: Date, limit: number): Promise<string[]> {
  const paid = { surplus: false, status: { in: [...liveStatuses] } };
  const rows = await db.prisma.complimentaryPlan.findMany({
    where: {
      endedAt: null,
      OR: [
        { dueAt: { lte: now } },
        { user: { anonymisedAt: { not: null } } },
        { user: { billingCustomer: { subscriptions: { some: paid } } } },
      ],
    },
    orderBy: { dueAt: "asc" },
    take: limit,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
