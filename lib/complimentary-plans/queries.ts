import type { Db } from "@/lib/db";
import { hasPaidPlan } from "./repository";
import type { ComplimentaryPlan, GivenPlan } from "./types";

const columns = {
  ...{ id: true, planKey: true, planName: true, monthlyMilli: true, startsAt: true, endsAt: true },
} as const;

/**
 * The complimentary plan whose rights somebody has at an instant. A plan that they pay for takes its place at once,
 * whether or not that has been written yet.
 */
export async function findComplimentaryPlan(
  db: Db,
  userId: string,
  now: Date,
): Promise<ComplimentaryPlan | null> {
  const plan = await db.prisma.complimentaryPlan.findFirst({
    where: { userId, endedAt: null, startsAt: { lte: now }, endsAt: { gt: now } },
    select: columns,
  });
  return plan && !(await hasPaidPlan(db, userId)) ? plan : null;
}

/** What admins gave somebody, the latest first. */
export async function listGivenPlans(db: Db, userId: string): Promise<GivenPlan[]> {
  return db.prisma.complimentaryPlan.findMany({
    where: { userId },
    orderBy: { startsAt: "desc" },
    take: 10,
    select: { ...columns, reason: true, endedAt: true },
  });
}

/** Whether the same form was sent before. */
export async function isOwn(db: Db, { id, userId }: { id: string; userId: string }): Promise<boolean> {
  const row = await db.prisma.complimentaryPlan.findFirst({ where: { id, userId }, select: { id: true } });
  return row !== null;
}
