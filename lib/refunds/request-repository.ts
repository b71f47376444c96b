import type { Db, Prisma } from "@/lib/db";

const columns = {
  id: true,
  userId: true,
  paymentId: true,
  amountMinor: true,
  currency: true,
  reason: true,
  note: true,
  credits: true,
  status: true,
  requestedById: true,
  decidedById: true,
} as const;

export type RefundRequestRow = Prisma.RefundRequestGetPayload<{ select: typeof columns }>;

export function findRefundRequest(db: Db, id: string): Promise<RefundRequestRow | null> {
  return db.prisma.refundRequest.findUnique({ where: { id }, select: columns });
}

export async function insertRefundRequest(
  tx: Db,
  data: Omit<Prisma.RefundRequestUncheckedCreateInput, "status">,
): Promise<void> {
  await tx.prisma.refundRequest.create({ data, select: { id: true } });
}

interface Decision {
  status: "approved" | "declined" | "withdrawn";
  decidedById: string;
  decision: string;
  decidedAt: Date;
}

export async function saveDecision(tx: Db, id: string, data: Decision): Promise<void> {
  await tx.prisma.refundRequest.update({ where: { id }, data, select: { id: true } });
}

/**
 * What of a payment an admin has given back, or asked to: what comes on top of it is counted together with it, however
 * it is split. What failed does not count.
 */
export async function sumAskedBy(
  db: Db,
  { paymentId, adminId }: { paymentId: string; adminId: string },
): Promise<bigint> {
  const mine = { paymentId, requestedById: adminId };
  const refunds = await db.prisma.refund.aggregate({
    where: { ...mine, status: { notIn: ["failed", "canceled"] } },
    _sum: { amountMinor: true },
  });
  const requests = await db.prisma.refundRequest.aggregate({
    where: { ...mine, status: "waiting" },
    _sum: { amountMinor: true },
  });
  return (refunds._sum.amountMinor ?? 0n) + (requests._sum.amountMinor ?? 0n);
}
