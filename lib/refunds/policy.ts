import { PaymentNotRefundable, RefundCurrencyDiffers, RefundTooLarge } from "./errors";
import type { RefundObstacle, RefundStatus } from "./types";

/** A payment as far as refunds are concerned. */
export interface Refundable {
  status: string;
  amountMinor: bigint;
  currency: string;
  /** What Stripe gave back, or is giving back. */
  refundedMinor: bigint;
  /** Of refunds that Stripe has not been told of yet. */
  unsentMinor: bigint;
  /** Of requests that wait for a second admin. */
  reservedMinor: bigint;
  /** The bank has taken the money back, or is about to. */
  disputed: boolean;
}

/** Stripe took the refund on: the money is gone, though it may still be on its way. */
export function isAccepted(status: RefundStatus): boolean {
  return status !== "failed" && status !== "canceled";
}

export function leftMinorOf(payment: Omit<Refundable, "status" | "currency" | "disputed">): bigint {
  const { amountMinor, refundedMinor, unsentMinor, reservedMinor } = payment;
  const left = amountMinor - refundedMinor - unsentMinor - reservedMinor;
  return left > 0n ? left : 0n;
}

export function findObstacle(payment: Refundable): RefundObstacle | null {
  if (payment.status !== "succeeded") return "not_paid";
  if (payment.disputed) return "disputed";
  return leftMinorOf(payment) === 0n ? "nothing_left" : null;
}

/** Whether so much needs a second admin. Where some currency has a limit, one that has none always does. */
export function isAboveLimit(
  limits: ReadonlyMap<string, bigint> | null,
  { amountMinor, currency }: { amountMinor: bigint; currency: string },
): boolean {
  return limits !== null && amountMinor > (limits.get(currency) ?? 0n);
}

/**
 * The amount to refund: what was asked for, or all that is left.
 * @throws PaymentNotRefundable, RefundCurrencyDiffers, RefundTooLarge
 */
export function amountToRefund(
  payment: Refundable,
  asked: { amountMinor?: bigint | undefined; currency?: string | undefined },
): bigint {
  const obstacle = findObstacle(payment);
  if (obstacle) throw new PaymentNotRefundable(obstacle);
  if (asked.currency !== undefined && asked.currency !== payment.currency) throw new RefundCurrencyDiffers();
  const leftMinor = leftMinorOf(payment);
  if (asked.amountMinor !== undefined && (asked.amountMinor < 1n || asked.amountMinor > leftMinor)) {
    throw new RefundTooLarge(leftMinor);
  }
  return asked.amountMinor ?? leftMinor;
}
