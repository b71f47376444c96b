import type { GatewayRefundStatus, RefundReason } from "@/lib/ports/refund-gateway";

export type RefundStatus = GatewayRefundStatus;
export type { RefundReason };

/** What becomes of the credits that the money bought. */
export type RefundCredits = "claw_back" | "keep";

/** What a refund would do, before it is confirmed. */
export interface RefundPreview {
  amountMinor: bigint;
  currency: string;
  /** What may be refunded now, and after it. */
  leftMinor: bigint;
  leftAfterMinor: bigint;
  /** The credits that the money stands for: the sum of the four below. */
  creditsMilli: bigint;
  /** Unspent, taken at once. */
  takenMilli: bigint;
  /** Reserved by running work: taken, or owed, when that work ends. */
  reservedMilli: bigint;
  /** Expired before, so nothing is taken for it. */
  alreadyExpiredMilli: bigint;
  /** Already spent: becomes debt. */
  debtMilli: bigint;
}

/** Why a payment cannot be refunded. */
export type RefundObstacle = "not_paid" | "disputed" | "nothing_left";
