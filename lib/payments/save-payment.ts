import type { Db } from "@/lib/db";
import type { GatewayPayment } from "@/lib/ports/payment-gateway";
import { decisiveAttempt, statusOf } from "./policy";
import { saveAttempts, upsertPayment } from "./repository";
import type { PaymentSubject, SavedPayment } from "./types";

export interface PaymentReading {
  payment: GatewayPayment;
  subject: PaymentSubject;
  /** Drawn before the payment was fetched. */
  fetchNumber: bigint;
  /** Why this money brings no credits, for support. */
  problem: string | null;
  now: Date;
}

/**
 * Makes our row of a payment equal to what Stripe says, with every attempt, failed ones included.
 * Idempotent, and blind to order: an older reading changes nothing. Needs the caller's transaction.
 * @returns null while nothing was attempted
 */
export async function savePayment(
  tx: Db,
  { payment, subject, fetchNumber, problem, now }: PaymentReading,
): Promise<SavedPayment | null> {
  const status = statusOf(payment);
  if (!status) return null;
  const attempt = decisiveAttempt(payment);
  const row = await upsertPayment(tx, payment.paymentIntentId, {
    ...subject,
    status,
    amountMinor: payment.amountMinor,
    currency: payment.currency,
    stripeChargeId: attempt?.stripeChargeId ?? null,
    cardBrand: attempt?.card?.brand ?? null,
    cardLast4: attempt?.card?.last4 ?? null,
    receiptUrl: attempt?.receiptUrl ?? null,
    failureCode: payment.failure?.code ?? null,
    declineCode: payment.failure?.declineCode ?? null,
    failureMessage: payment.failure?.message ?? null,
    problem,
    paidAt: status === "succeeded" ? (attempt?.attemptedAt ?? payment.createdAt) : null,
    syncSeq: fetchNumber,
    createdAt: payment.createdAt,
    updatedAt: now,
  });
  await saveAttempts(tx, row.id, payment.attempts);
  return { paymentId: row.id, credited: row.creditedAt !== null };
}
