import type { BillingInterval } from "@/lib/catalog/types";
import type { CancelReason, GatewaySubscriptionStatus } from "@/lib/ports/subscription-gateway";

export type SubscriptionStatus = GatewaySubscriptionStatus;
export type { CancelReason };

/** States in which a subscription is somebody's plan; the database allows one of them for each user. */
export const liveStatuses = ["trialing", "active", "past_due", "unpaid", "paused"] as const;

/** A member's plan as it stands. */
export interface Plan {
  id: string;
  stripeSubscriptionId: string;
  stripePriceId: string;
  /** Null where Stripe bills a price that our catalogue does not know. */
  planKey: string | null;
  planName: string;
  interval: BillingInterval | null;
  /** Of one month. */
  creditsMilli: bigint;
  amountMinor: bigint;
  currency: string;
  status: SubscriptionStatus;
  startedAt: Date;
  periodStartsAt: Date;
  periodEndsAt: Date;
  trialEndsAt: Date | null;
  /** When it ends because somebody asked for it; null while it renews. */
  cancelsAt: Date | null;
  endedAt: Date | null;
  paused: boolean;
  resumesAt: Date | null;
  /** What it becomes at the end of the period. */
  next: { planKey: string | null; planName: string; interval: BillingInterval | null; startsAt: Date } | null;
}
