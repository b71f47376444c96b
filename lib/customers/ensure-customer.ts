import type { AppContext } from "@/lib/context";
import { PaymentGatewayUnavailable } from "@/lib/ports/payment-gateway-errors";
import { claimBillingCustomer, keepCustomerId, renewCreationKey } from "./repository";

/** Stripe repeats its answer to a key for a day, a 500 included: https://docs.stripe.com/api/idempotent_requests */
const isRepeated = (error: unknown) =>
  error instanceof PaymentGatewayUnavailable && Number(error.meta.statusCode) >= 500;

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
  const { creationKey, email } = customer;
  try {
    const made = await payments.createCustomer({ idempotencyKey: `customer:${creationKey}`, userId, email });
    return await db.transaction((tx) => keepCustomerId(tx, customer, made.stripeCustomerId));
  } catch (error) {
    if (isRepeated(error)) await renewCreationKey(db, customer);
    throw error;
  }
}
