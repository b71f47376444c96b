import type { AppContext } from "@/lib/context";
import { claimBillingCustomer, keepCustomerId } from "./repository";

/**
 * The user's customer at Stripe, made once however many requests ask at the same time: the row and its creation
 * key exist before Stripe is asked, so all of them get the same customer.
 */
export async function ensureCustomer(
  { db, payments }: Pick<AppContext, "db" | "payments">,
  userId: string,
): Promise<string> {
  const customer = await claimBillingCustomer(db, userId);
  if (customer.stripeCustomerId) return customer.stripeCustomerId;
  const { stripeCustomerId } = await payments.createCustomer({
    idempotencyKey: `customer:${customer.creationKey}`,
    userId,
    email: customer.email,
  });
  return db.transaction((tx) => keepCustomerId(tx, customer, stripeCustomerId));
}
