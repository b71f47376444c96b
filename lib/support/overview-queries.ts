import type { Db } from "@/lib/db";
import type { PaidSum } from "./types";

const openStatuses = [
  "warning_needs_response",
  "warning_under_review",
  "needs_response",
  "under_review",
  "appeal_needs_response",
  "appeal_under_review",
] as const;

export function countNewPeople(db: Db, since: Date): Promise<number> {
  return db.prisma.user.count({ where: { createdAt: { gte: since } } });
}

export async function sumPaid(db: Db, since: Date): Promise<PaidSum[]> {
  const groups = await db.prisma.payment.groupBy({
    by: ["currency"],
    where: { paidAt: { gte: since }, status: "succeeded" },
    _count: true,
    _sum: { amountMinor: true },
    orderBy: { currency: "asc" },
  });
  return groups.map(({ currency, _count, _sum }) => ({
    currency,
    payments: _count,
    amountMinor: _sum.amountMinor ?? 0n,
  }));
}

export function countFailedTries(db: Db, since: Date): Promise<number> {
  return db.prisma.paymentAttempt.count({ where: { attemptedAt: { gte: since }, status: "failed" } });
}

/** Disputes that the bank has not decided. */
export async function countOpenDisputes(db: Db): Promise<{ open: number; dueAt: Date | null }> {
  const { _count, _min } = await db.prisma.dispute.aggregate({
    where: { status: { in: [...openStatuses] } },
    _count: true,
    _min: { dueBy: true },
  });
  return { open: _count, dueAt: _min.dueBy };
}

export function countDeadWebhooks(db: Db): Promise<number> {
  return db.prisma.stripeEvent.count({ where: { status: "dead" } });
}
