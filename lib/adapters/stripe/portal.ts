import type Stripe from "stripe";
import type { PaymentMethodGateway } from "@/lib/ports/payment-method-gateway";
import { callStripe } from "./call-stripe";

export function portalMethods(stripe: Stripe): Pick<PaymentMethodGateway, "createPortal"> {
  return {
    createPortal: ({ stripeCustomerId: customer, returnUrl: return_url }) =>
      callStripe(async () => {
        const { url } = await stripe.billingPortal.sessions.create({ customer, return_url });
        return { url };
      }),
  };
}
