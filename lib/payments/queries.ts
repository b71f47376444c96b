import type { Db } from "@/lib/db";

/** Whether money arrived for this checkout that did not match what was agreed. */
export async function hasProblem(db: Db, checkoutId: string): Promise<boolean> {
  const payment = await db.prisma.payment.findFirst({
    where: { checkoutId, problem: { not: null } },
    select: { id: true },
  });
  return payment !== null;
}

/** What was paid for this checkout, in minor units: nothing where a promotion code left nothing to pay. */
export async function getPaidMinor(db: Db, checkoutId: string): Promise<bigint> {
  const { _sum } = await db.prisma.payment.aggregate({
    where: { checkoutId, status: "succeeded" },
    _sum: { amountMinor: true },
  });
  return _sum.amountMinor ?? 0n;
}
