import type Stripe from "stripe";
import type { PaymentGateway } from "@/lib/ports/payment-gateway";
import { callStripe } from "./call-stripe";

type CustomerMethods = Pick<PaymentGateway, "createCustomer" | "updateCustomer" | "hasCustomer">;

export function customerMethods(stripe: Stripe): CustomerMethods {
  return {
    createCustomer: ({ idempotencyKey, userId, email }) =>
      callStripe(async () => {
        const customer = await stripe.customers.create(
          { email, metadata: { user_id: userId } },
          { idempotencyKey },
        );
        return { stripeCustomerId: customer.id };
      }),
    updateCustomer: ({ stripeCustomerId, email }) =>
      callStripe(async () => {
        await stripe.customers.update(stripeCustomerId, { email });
      }),
    hasCustomer: (stripeCustomerId) =>
      callStripe(async () => !("deleted" in (await stripe.customers.retrieve(stripeCustomerId)))),
  };
}
