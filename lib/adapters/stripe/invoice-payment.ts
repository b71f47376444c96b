import type Stripe from "stripe";
import { PaymentKeyReused, PaymentRequestRefused } from "@/lib/ports/payment-gateway-errors";
import type { PaymentMethodGateway } from "@/lib/ports/payment-method-gateway";
import { callStripe } from "./call-stripe";
import { readRefusal } from "./read-refusal";

export function invoicePaymentMethods(stripe: Stripe): Pick<PaymentMethodGateway, "payInvoice"> {
  return {
    async payInvoice({ stripeInvoiceId, paymentMethodId, idempotencyKey }) {
      try {
        return await callStripe(async () => {
          const params = { payment_method: paymentMethodId, off_session: false };
          const { status } = await stripe.invoices.pay(stripeInvoiceId, params, { idempotencyKey });
          return { outcome: status === "paid" ? "paid" : "needs_authentication" };
        });
      } catch (error) {
        if (!(error instanceof PaymentRequestRefused) || error instanceof PaymentKeyReused) throw error;
        return readRefusal(error) ?? { outcome: "not_open" };
      }
    },
  };
}
