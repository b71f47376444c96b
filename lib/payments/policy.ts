import type { GatewayAttempt, GatewayPayment } from "@/lib/ports/payment-gateway";

type PaymentStatus = "processing" | "succeeded" | "failed" | "canceled";

/** The status to keep; null while nothing has happened that is worth a row: the customer is still choosing. */
export function statusOf(payment: GatewayPayment): PaymentStatus | null {
  if (payment.status !== "incomplete") return payment.status;
  return payment.attempts.length > 0 ? "failed" : null;
}

/** The attempt that explains the present state: the one that succeeded, else the latest. */
export function decisiveAttempt(payment: GatewayPayment): GatewayAttempt | null {
  return payment.attempts.find(({ status }) => status === "succeeded") ?? payment.attempts.at(-1) ?? null;
}
