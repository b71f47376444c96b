import type { Db, Prisma } from "@/lib/db";

export interface PlanChangeRow {
  id: string;
}

/** The one row of this change; made if there is none that may still succeed. Needs the caller's transaction and lock. */
export async function claimPlanChange(
  tx: Db,
  change: Omit<Prisma.PlanChangeUncheckedCreateInput, "id" | "status">,
): Promise<PlanChangeRow> {
  await tx.prisma.planChange.createMany({ data: change, skipDuplicates: true });
  return tx.prisma.planChange.findFirstOrThrow({
    where: { fingerprint: change.fingerprint, status: { not: "failed" } },
    select: { id: true },
  });
}

interface Since {
  /** What was read of Stripe before does not hold after another change. */
  readAt: Date;
  /** A change that began later may be under way yet. */
  underwaySince: Date;
}

/** Whether another change of the subscription overtook this one. Needs the caller's transaction and lock. */
export async function isOvertaken(
  tx: Db,
  { subscriptionId, fingerprint }: { subscriptionId: string; fingerprint: string },
  { readAt, underwaySince }: Since,
): Promise<boolean> {
  const others = await tx.prisma.planChange.count({
    where: {
      subscriptionId,
      fingerprint: { not: fingerprint },
      OR: [
        { status: "pending", createdAt: { gt: underwaySince } },
        { status: "done", settledAt: { gte: readAt } },
      ],
    },
  });
  return others > 0;
}

type Settlement = { id: string; status: "done" | "failed"; failureCode: string | null; settledAt: Date };

export async function settlePlanChange(db: Db, { id, ...data }: Settlement): Promise<void> {
  await db.prisma.planChange.updateMany({ where: { id, status: "pending" }, data });
}

/**
 * A change whose answer was lost has happened when the subscription has its price. That is told of the last one alone:
 * an earlier one to the same price that never reached Stripe did not happen because a later one did.
 */
export async function settlePlanChangesTo(
  tx: Db,
  { subscriptionId, stripePriceId, now }: { subscriptionId: string; stripePriceId: string; now: Date },
): Promise<void> {
  const last = await tx.prisma.planChange.findFirst({
    where: { subscriptionId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true, toPriceId: true },
  });
  if (last?.toPriceId !== stripePriceId) return;
  await settlePlanChange(tx, { id: last.id, status: "done", failureCode: null, settledAt: now });
}
