import type { Db } from "@/lib/db";

/** Whether money arrived for this checkout that did not match what was agreed. */
export async function hasProblem(db: Db, checkoutId: string): Promise<boolean> {
  const payment = await db.prisma.payment.findFirst({
    where: { checkoutId, problem: { not: null } },
    select: { id: true },
  });
  return payment !== null;
}
