import type { BillingInterval } from "@/lib/catalog/types";
import type { CancelReason, GatewaySubscriptionStatus } from "@/lib/ports/subscription-gateway";

export type SubscriptionStatus = GatewaySubscriptionStatus;
export type { CancelReason };

/** States in which a subscription is somebody's plan; the database allows one of them for each user. */
export const liveStatuses = ["trialing", "active", "past_due", "unpaid", "paused"] as const;

/** What a plan becomes at the end of its period. */
export interface NextPlan {
  planKey: string | null;
  planName: string;
  interval: BillingInterval | null;
  /** Of one month. */
  creditsMilli: bigint;
  amountMinor: bigint;
  currency: string;
  startsAt: Date;
}

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
  next: NextPlan | null;
}

/** What a change of plan would do, before it is confirmed. */
export interface PlanChangePreview {
  /** Upgrades happen at once, all else at the end of what is paid. */
  when: "now" | "period_end";
  at: Date;
  from: { planName: string; interval: BillingInterval | null };
  to: { planName: string; interval: BillingInterval; lookupKey: string };
  /** For the rest of the period under the new plan. */
  chargeMinor: bigint;
  /** For the rest of the period under the old plan. */
  givenBackMinor: bigint;
  /** What the card is charged now. */
  dueNowMinor: bigint;
  currency: string;
  /** Credits that come at once. */
  creditsNowMilli: bigint;
  creditsPerMonthMilli: bigint;
  nextInvoice: { at: Date; amountMinor: bigint };
  /** Names exactly this preview: only what was shown can be confirmed. */
  token: string;
}

/** What goes back when a plan ends at once: nothing, or what was paid for the time that is left. */
export type EndRefund = "none" | "unused";

/** What ending a plan at once would do, before it is confirmed. */
export interface PlanEndPreview {
  planName: string;
  endsAt: Date;
  refund: EndRefund;
  /** All that goes back, and from which payments. */
  refundMinor: bigint;
  currency: string;
  payments: readonly { paymentId: string; amountMinor: bigint }[];
  /** So much needs a second admin: the plan can be ended without a refund, and that be asked for on its payment. */
  needsApproval: boolean;
  /** The credits that the money stands for: the sum of the four below. Others stay. */
  creditsMilli: bigint;
  takenMilli: bigint;
  reservedMilli: bigint;
  alreadyExpiredMilli: bigint;
  /** Already spent: becomes debt. */
  debtMilli: bigint;
  /** Names exactly this preview's money: only what was shown can be confirmed. */
  token: string;
}

/** `ending`: it is written down, and done as soon as Stripe answers. */
export type PlanEndOutcome = { outcome: "ended" | "ending"; refundMinor: bigint };

export type PlanChangeOutcome =
  | { outcome: "changed" }
  | { outcome: "planned"; at: Date }
  | { outcome: "refused"; code: string | null; declineCode: string | null }
  /** The member must confirm the payment at their bank. */
  | { outcome: "needs_authentication" };

/** An invoice whose payment failed. */
export interface OpenInvoice {
  id: string;
  stripeInvoiceId: string;
  /** Stripe's page on which it can be paid. */
  hostedUrl: string | null;
  dueMinor: bigint;
  currency: string;
  /** How often Stripe has tried to charge it. */
  attemptCount: number;
  /** When Stripe tries again; null when it will not. */
  nextAttemptAt: Date | null;
}
