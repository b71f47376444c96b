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

/** Disputes that the bank has not decided, those that it wants an answer to, and when the first is due. */
export async function countOpenDisputes(db: Db): Promise<{ open: number; due: number; dueAt: Date | null }> {
  const groups = await db.prisma.dispute.groupBy({
    by: ["status"],
    where: { status: { in: [...openStatuses] } },
    _count: true,
    _min: { dueBy: true },
    orderBy: { status: "asc" },
  });
  const wanting = groups.filter(({ status }) => status.endsWith("needs_response"));
  const count = (some: typeof groups) => some.reduce((sum, { _count }) => sum + _count, 0);
  const dates = wanting.flatMap(({ _min }) => (_min.dueBy ? [_min.dueBy.getTime()] : []));
  const dueAt = dates.length > 0 ? new Date(Math.min(...dates)) : null;
  return { open: count(groups), due: count(wanting), dueAt };
}

export function countPastDuePlans(db: Db): Promise<number> {
  return db.prisma.subscription.count({ where: { status: "past_due", endedAt: null } });
}

export function countRefundRequests(db: Db): Promise<number> {
  return db.prisma.refundRequest.count({ where: { status: "waiting" } });
}

export function countDeadWebhooks(db: Db): Promise<number> {
  return db.prisma.stripeEvent.count({ where: { status: "dead" } });
}
