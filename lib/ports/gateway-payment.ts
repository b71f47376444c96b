export type GatewayPaymentStatus = "processing" | "succeeded" | "failed" | "canceled" | "incomplete";

export interface GatewayPayment {
  paymentIntentId: string;
  checkoutId: string | null;
  /** The credits agreed, as written by us at creation; null in payments that are not of a checkout. */
  creditsMilli: bigint | null;
  stripeCustomerId: string | null;
  /** `failed`: the last attempt failed; `incomplete`: nothing was attempted, or the customer is at it. */
  status: GatewayPaymentStatus;
  amountMinor: bigint;
  amountReceivedMinor: bigint;
  currency: string;
  createdAt: Date;
  /** Why the last attempt failed; null when it did not. */
  failure: PaymentFailure | null;
  /** Every charge so far, oldest first. */
  attempts: GatewayAttempt[];
}

export interface GatewayAttempt {
  /** Unique for ever: the charge's id, or the id of the event that told of it where no charge came to be. */
  key: string;
  stripeChargeId: string | null;
  status: "pending" | "succeeded" | "failed";
  amountMinor: bigint;
  currency: string;
  failure: PaymentFailure | null;
  card: PaymentCard | null;
  receiptUrl: string | null;
  attemptedAt: Date;
}

/** A try without a charge, as its event tells it. */
export interface UnchargedAttempt extends GatewayAttempt {
  paymentIntentId: string;
}

export interface PaymentFailure {
  code: string | null;
  declineCode: string | null;
  message: string | null;
}

interface PaymentCard {
  brand: string;
  last4: string;
}
