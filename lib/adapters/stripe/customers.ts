import type Stripe from "stripe";
import type { PaymentGateway } from "@/lib/ports/payment-gateway";
import { callStripe } from "./call-stripe";

export function customerMethods(stripe: Stripe): Pick<PaymentGateway, "createCustomer" | "hasCustomer"> {
  return {
    createCustomer: ({ idempotencyKey, userId, email }) =>
      callStripe(async () => {
        const customer = await stripe.customers.create(
          { email, metadata: { user_id: userId } },
          { idempotencyKey },
        );
        return { stripeCustomerId: customer.id };
      }),
    hasCustomer: (stripeCustomerId) =>
      callStripe(async () => !("deleted" in (await stripe.customers.retrieve(stripeCustomerId)))),
  };
}
