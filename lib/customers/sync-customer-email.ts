import type { AppContext } from "@/lib/context";
import { PaymentObjectMissing } from "@/lib/ports/payment-gateway-errors";
import { keepEmail, listStripeCustomers } from "./repository";

/**
 * Handles the job "sync-customer-email": gives the member's customers at Stripe the address that the account has now,
 * to which Stripe mails receipts of its own. Idempotent, and blind to how many changes it stands for. A customer whom
 * Stripe has no more is left out: a webhook tells of it.
 */
export async function syncCustomerEmail(
  { db, payments }: Pick<AppContext, "db" | "payments">,
  { userId }: { userId: string },
): Promise<void> {
  const email = await keepEmail(db, userId);
  if (email === null) return;
  for (const stripeCustomerId of await listStripeCustomers(db, userId)) {
    try {
      await payments.updateCustomer({ stripeCustomerId, email });
    } catch (error) {
      if (!(error instanceof PaymentObjectMissing)) throw error;
    }
  }
}
