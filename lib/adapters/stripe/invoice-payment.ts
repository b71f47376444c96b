import Stripe from "stripe";
import { PaymentKeyReused, PaymentRequestRefused } from "@/lib/ports/payment-gateway-errors";
import type { InvoicePayment, PaymentMethodGateway } from "@/lib/ports/payment-method-gateway";
import { callStripe } from "./call-stripe";

/** https://docs.stripe.com/error-codes#invoice-payment-intent-requires-action */
const needsAction = ["invoice_payment_intent_requires_action", "authentication_required"];

function toOutcome({ code, decline_code: declineCode }: Stripe.errors.StripeCardError): InvoicePayment {
  if ([code, declineCode].some((reason) => reason && needsAction.includes(reason)))
    return { outcome: "needs_authentication" };
  // The SDK's type promises a reason; the answer may lack it.
  return { outcome: "refused", code: code ?? null, declineCode: declineCode || null };
}

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
        const { cause } = error;
        return cause instanceof Stripe.errors.StripeCardError ? toOutcome(cause) : { outcome: "not_open" };
      }
    },
  };
}
