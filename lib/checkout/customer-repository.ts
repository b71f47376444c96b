import { v7 as uuidv7 } from "uuid";
import type { Db } from "@/lib/db";

const columns = { userId: true, email: true, creationKey: true, stripeCustomerId: true } as const;

export interface BillingCustomer {
  userId: string;
  email: string;
  creationKey: string;
  stripeCustomerId: string | null;
}

/** The user's customer row, made on first use with their present address. */
export async function claimBillingCustomer(db: Db, userId: string): Promise<BillingCustomer> {
  const known = await db.prisma.billingCustomer.findUnique({ where: { userId }, select: columns });
  if (known) return known;
  const { email } = await db.prisma.user.findUniqueOrThrow({
    where: { id: userId },
    select: { email: true },
  });
  await db.prisma.billingCustomer.createMany({ data: { userId, email }, skipDuplicates: true });
  return db.prisma.billingCustomer.findUniqueOrThrow({ where: { userId }, select: columns });
}

/** The first answer for this creation is kept; the customer that counts is returned. */
export async function keepCustomerId(
  db: Db,
  { userId, creationKey }: BillingCustomer,
  stripeCustomerId: string,
): Promise<string> {
  await db.prisma.billingCustomer.updateMany({
    where: { userId, creationKey, stripeCustomerId: null },
    data: { stripeCustomerId },
  });
  const row = await db.prisma.billingCustomer.findUniqueOrThrow({ where: { userId }, select: columns });
  return row.stripeCustomerId ?? stripeCustomerId;
}

/** Stripe no longer knows this customer: the next purchase makes another. */
export async function forgetCustomer(db: Db, userId: string, stripeCustomerId: string): Promise<void> {
  await db.prisma.billingCustomer.updateMany({
    where: { userId, stripeCustomerId },
    data: { stripeCustomerId: null, creationKey: uuidv7() },
  });
}
