import { PaymentGatewayError } from "@/lib/ports/payment-gateway-errors";
import { findOpenInvoice } from "@/lib/subscriptions";
import type { MemberContext } from "./member-context";
import type { OpenInvoicePayment } from "./types";

interface NewDefaultOf {
  userId: string;
  paymentMethodId: string;
}

/**
 * Pays at once what waits for a payment method that works: the latest failed invoice of the plan. Only the charge is
 * asked for; what it means comes by Stripe's events, as with every other payment. A double click is one charge; a
 * later try, after Stripe told us of a failed one, is another.
 */
export async function afterNewDefault(
  { db, payments, log }: MemberContext,
  { userId, paymentMethodId }: NewDefaultOf,
): Promise<OpenInvoicePayment | null> {
  const invoice = await findOpenInvoice(db, userId);
  if (!invoice) return null;
  const { id, stripeInvoiceId, attemptCount, dueMinor, currency, hostedUrl } = invoice;
  const bill = { amountMinor: dueMinor, currency, hostedUrl };
  const idempotencyKey = `pay-invoice:${id}:${attemptCount}:${paymentMethodId}`;
  try {
    const payment = await payments.payInvoice({ stripeInvoiceId, paymentMethodId, idempotencyKey });
    return payment.outcome === "not_open" ? null : { ...bill, ...payment };
  } catch (error) {
    if (!(error instanceof PaymentGatewayError)) throw error;
    log.warn({ err: error, invoiceId: id }, "an open invoice could not be paid at once");
    return { ...bill, outcome: "unknown" };
  }
}
