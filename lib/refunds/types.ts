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
  /** Asked for by the admin who looks, it waits for another one. */
  needsApproval: boolean;
  /** Names exactly this preview: only what was shown can be confirmed. */
  token: string;
}

/** What became of an admin's refund: Stripe is asked for it, or another admin is. */
export type RefundOutcome =
  | { outcome: "asked"; refundId: string; amountMinor: bigint; currency: string }
  | { outcome: "awaits_approval"; refundId: string; amountMinor: bigint; currency: string };

export type RefundRequestStatus = "waiting" | "approved" | "declined" | "withdrawn";

/** A refund that waits, or waited, for a second admin. */
export interface RefundRequestLine {
  id: string;
  userId: string;
  userEmail: string;
  paymentId: string;
  description: string;
  amountMinor: bigint;
  currency: string;
  credits: RefundCredits;
  reason: string | null;
  note: string | null;
  status: RefundRequestStatus;
  requestedById: string;
  requestedBy: string;
  decidedBy: string | null;
  decision: string | null;
  createdAt: Date;
  decidedAt: Date | null;
}

/** A keyset page of them. The cursors are null at the ends. */
export interface RefundRequestPage {
  requests: RefundRequestLine[];
  older: string | null;
  newer: string | null;
}

/** A refund as support follows it. */
export interface RefundStory {
  id: string;
  amountMinor: bigint;
  status: RefundStatus;
  stripeRefundId: string | null;
  reason: string | null;
  note: string | null;
  credits: RefundCredits;
  clawedMilli: bigint;
  debtMilli: bigint;
  restoredAt: Date | null;
  failureReason: string | null;
  /** Null for one that the system made, or somebody in Stripe's dashboard. */
  askedBy: string | null;
  approvedBy: string | null;
  createdAt: Date;
  creditNote: { id: string; number: string } | null;
  /** What the member was sent of it last. */
  mail: { template: string; status: string; sentAt: Date | null } | null;
}

/** A payment as far as refunds of it are concerned. */
export interface RefundablePayment {
  id: string;
  userId: string;
  userEmail: string;
  description: string;
  status: string;
  amountMinor: bigint;
  refundedMinor: bigint;
  /** Not yet known to Stripe. */
  unsentMinor: bigint;
  /** Waits for a second admin. */
  reservedMinor: bigint;
  leftMinor: bigint;
  currency: string;
  card: { brand: string; last4: string } | null;
  paidAt: Date | null;
  /** Why nothing of it can be refunded; null where something can. */
  obstacle: RefundObstacle | "own_payment" | null;
  refunds: RefundStory[];
  waiting: RefundRequestLine[];
}

/** Why a payment cannot be refunded. */
export type RefundObstacle = "not_paid" | "disputed" | "nothing_left";
