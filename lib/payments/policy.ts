import type { GatewayDisputeStatus } from "@/lib/ports/dispute-gateway";
import type { GatewayAttempt, GatewayPayment } from "@/lib/ports/payment-gateway";
import type { DisputeState } from "./types";

type PaymentStatus = "processing" | "succeeded" | "failed" | "canceled";

/**
 * The status to keep; null while nothing has happened that is worth a row: the customer is still choosing, or what was
 * never tried was dropped, such as the invoice of a paused plan.
 */
export function statusOf(payment: GatewayPayment): PaymentStatus | null {
  if (payment.status !== "incomplete" && payment.status !== "canceled") return payment.status;
  if (payment.attempts.length === 0) return null;
  return payment.status === "canceled" ? "canceled" : "failed";
}

/** The attempt that explains the present state: the one that succeeded, else the latest. */
export function decisiveAttempt(payment: GatewayPayment): GatewayAttempt | null {
  return payment.attempts.find(({ status }) => status === "succeeded") ?? payment.attempts.at(-1) ?? null;
}

const disputeStates: Readonly<Record<GatewayDisputeStatus, DisputeState>> = {
  warning_needs_response: "inquiry",
  warning_under_review: "inquiry",
  warning_closed: "closed",
  needs_response: "open",
  under_review: "open",
  appeal_needs_response: "appealed",
  appeal_under_review: "appealed",
  won: "won",
  lost: "lost",
  prevented: "closed",
};

/** A dispute as its payer understands it. */
export const disputeStateOf = (status: GatewayDisputeStatus): DisputeState => disputeStates[status];
