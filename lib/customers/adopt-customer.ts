import type { Db } from "@/lib/db";
import { claimBillingCustomer, keepCustomerId } from "./repository";

/**
 * Registers a customer that Stripe says is this user's, though we had lost or never written it down; from then on what
 * Stripe says of it finds the user. It becomes the one that purchases use only where there is none. Needs the caller's
 * transaction. Idempotent.
 */
export async function adoptCustomer(
  tx: Db,
  { userId, stripeCustomerId }: { userId: string; stripeCustomerId: string },
): Promise<void> {
  const customer = await claimBillingCustomer(tx, userId);
  const kept = await keepCustomerId(tx, customer, stripeCustomerId);
  if (kept === stripeCustomerId) return;
  await tx.prisma.stripeCustomer.createMany({ data: { stripeCustomerId, userId }, skipDuplicates: true });
}
