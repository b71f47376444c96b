/** What a payment provider knows of refunds, in our words. */
export interface RefundGateway {
  /** Repeated within a day with the same `refundId` and the same content: the same refund. */
  createRefund(refund: NewRefund): Promise<GatewayRefund>;
  getRefund(stripeRefundId: string): Promise<GatewayRefund>;
  /** The refund of this payment that we asked for under this id, if it was made. Finds it however long ago that was. */
  findRefund(asked: { paymentIntentId: string; refundId: string }): Promise<GatewayRefund | null>;
}

/** Those that may be chosen; Stripe's own list. */
export const refundReasons = ["duplicate", "fraudulent", "requested_by_customer"] as const;
export type RefundReason = (typeof refundReasons)[number];

interface NewRefund {
  /** Our row's id: also the idempotency key, and written on the refund. */
  refundId: string;
  paymentIntentId: string;
  amountMinor: bigint;
  reason: RefundReason | null;
}

export type GatewayRefundStatus = "pending" | "requires_action" | "succeeded" | "failed" | "canceled";

export interface GatewayRefund {
  stripeRefundId: string;
  /** Our row's id as written by us; null for a refund that somebody made in Stripe's dashboard. */
  refundId: string | null;
  paymentIntentId: string | null;
  stripeChargeId: string | null;
  amountMinor: bigint;
  currency: string;
  status: GatewayRefundStatus;
  reason: string | null;
  failureReason: string | null;
  createdAt: Date;
}
