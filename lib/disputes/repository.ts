import type { Db, Prisma } from "@/lib/db";
import type { GatewayDispute, GatewayFraudWarning } from "@/lib/ports/dispute-gateway";

const columns = {
  id: true,
  userId: true,
  paymentId: true,
  amountMinor: true,
  currency: true,
  reason: true,
  status: true,
  dueBy: true,
  turns: true,
  frozenAt: true,
  clawedAt: true,
  openedAt: true,
  closedAt: true,
  syncSeq: true,
} as const;

export type DisputeRow = Prisma.DisputeGetPayload<{ select: typeof columns }>;

interface Arrival {
  dispute: GatewayDispute;
  payment: { id: string; userId: string };
  now: Date;
}

/** The dispute's row, made with the number 0, which every reading is newer than. */
export async function claimDispute(tx: Db, { dispute, payment, now }: Arrival): Promise<DisputeRow> {
  const { stripeDisputeId, amountMinor, currency, reason, status, dueBy, openedAt } = dispute;
  const owner = { userId: payment.userId, paymentId: payment.id };
  await tx.prisma.dispute.createMany({
    data: {
      ...{ ...owner, stripeDisputeId, amountMinor, currency, reason, status, dueBy, openedAt },
      ...{ syncSeq: 0n, updatedAt: now },
    },
    skipDuplicates: true,
  });
  return tx.prisma.dispute.findUniqueOrThrow({ where: { stripeDisputeId }, select: columns });
}

export function updateDispute(
  tx: Db,
  id: string,
  data: Prisma.DisputeUncheckedUpdateInput,
): Promise<DisputeRow> {
  return tx.prisma.dispute.update({ where: { id }, data, select: columns });
}

export function listDisputesOf(db: Db, paymentId: string): Promise<DisputeRow[]> {
  return db.prisma.dispute.findMany({
    where: { paymentId },
    orderBy: [{ openedAt: "asc" }, { id: "asc" }],
    select: columns,
  });
}

/** Keys of the lots that a payment bought, in the order of sharing. */
export async function listLotKeys(db: Db, paymentId: string): Promise<string[]> {
  const rows = await db.prisma.paymentLot.findMany({
    where: { paymentId },
    orderBy: [{ position: "asc" }, { lotKey: "asc" }],
    select: { lotKey: true },
  });
  return rows.map(({ lotKey }) => lotKey);
}

export async function getRefundedMinor(db: Db, paymentId: string): Promise<bigint> {
  const { refundedMinor } = await db.prisma.payment.findUniqueOrThrow({
    where: { id: paymentId },
    select: { refundedMinor: true },
  });
  return refundedMinor;
}

/** @returns whether the warning is new */
export async function saveFraudWarning(
  db: Db,
  paymentId: string,
  { stripeWarningId, kind, actionable, createdAt }: GatewayFraudWarning,
): Promise<boolean> {
  const row = { stripeWarningId, paymentId, kind, actionable, createdAt };
  const { count } = await db.prisma.fraudWarning.createMany({ data: row, skipDuplicates: true });
  // It never becomes actionable again, so that an older reading cannot make it so.
  if (!actionable) {
    await db.prisma.fraudWarning.updateMany({ where: { stripeWarningId }, data: { actionable } });
  }
  return count === 1;
}
