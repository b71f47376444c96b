import type { GatewayEvent } from "./gateway-event";

type BillingInterval = "month" | "year";

/** What a payment provider knows of subscriptions and their invoices, in our words. */
export interface SubscriptionGateway {
  /** Every subscription that the customer ever had, ended ones included. */
  listSubscriptions(stripeCustomerId: string): Promise<GatewaySubscription[]>;
  /** What an event shows of a subscription as it was then; null for all other events. */
  readSubscription(event: GatewayEvent): ToldSubscription | null;
  /** With all its lines and payments. */
  getInvoice(stripeInvoiceId: string): Promise<GatewayInvoice>;
  /** Ids of the customer's invoices that are no drafts, newest first, at most 100. */
  listInvoiceIds(filter: { stripeCustomerId: string; since?: Date }): Promise<string[]>;
  /** The invoice that this payment pays or tried to, if it is one's. */
  findInvoiceOfPayment(paymentIntentId: string): Promise<string | null>;

  /** What a change to another price at `prorationAt` would bill at once. Changes nothing. */
  previewPlanChange(change: GatewayPlanChange): Promise<GatewayInvoice>;
  /** Changes the price and bills the difference at once; nothing changes when the money does not come. */
  changePlan(change: GatewayPlanChange & { idempotencyKey: string }): Promise<PlanChangeResult>;
  /** Another price from the end of the period on; replaces a change that is planned already. */
  planChangeAtPeriodEnd(change: { stripeSubscriptionId: string; stripePriceId: string }): Promise<void>;
  /** The subscription goes on as it is. Nothing happens to a schedule that is over. */
  releaseSchedule(stripeScheduleId: string): Promise<void>;
  endAtPeriodEnd(
    stripeSubscriptionId: string,
    words: { reason: CancelReason | null; comment: string | null },
  ): Promise<void>;
  continueAfterPeriodEnd(stripeSubscriptionId: string): Promise<void>;
  /** Ends it at once, without proration. Nothing happens to one that has ended. */
  endNow(stripeSubscriptionId: string): Promise<void>;
  /** A trial that runs ends at another time; nothing is billed for that. Safe to repeat. */
  extendTrial(stripeSubscriptionId: string, endsAt: Date): Promise<void>;
  /** Periods pass without being billed until `resumesAt`, or until billing is resumed. */
  pauseBilling(stripeSubscriptionId: string, resumesAt: Date | null): Promise<void>;
  resumeBilling(stripeSubscriptionId: string): Promise<void>;
}

/** Stripe's own list, so that its reports can use the answers. */
export const cancelReasons = [
  "too_expensive",
  "missing_features",
  "switched_service",
  "unused",
  "customer_service",
  "too_complex",
  "low_quality",
  "other",
] as const;
export type CancelReason = (typeof cancelReasons)[number];

export type PlanChangeResult =
  | { outcome: "changed" }
  | { outcome: "refused"; code: string | null; declineCode: string | null }
  /** The card's owner has to confirm it at their bank. */
  | { outcome: "needs_authentication" };

export interface GatewayPlanChange {
  stripeSubscriptionId: string;
  stripeItemId: string;
  stripePriceId: string;
  prorationAt: Date;
}

export type GatewaySubscriptionStatus =
  "incomplete" | "incomplete_expired" | "trialing" | "active" | "past_due" | "unpaid" | "paused" | "canceled";

export interface GatewaySubscription {
  stripeSubscriptionId: string;
  stripeCustomerId: string;
  status: GatewaySubscriptionStatus;
  stripeItemId: string;
  stripePriceId: string;
  amountMinor: bigint;
  currency: string;
  interval: BillingInterval | null;
  startedAt: Date;
  periodStartsAt: Date;
  periodEndsAt: Date;
  trialEndsAt: Date | null;
  /** When it ends because somebody asked for it. */
  cancelsAt: Date | null;
  cancelReason: string | null;
  endedAt: Date | null;
  paused: boolean;
  resumesAt: Date | null;
  /** The schedule that rules it, with what it plans after the present phase. */
  schedule: { stripeScheduleId: string; next: { stripePriceId: string; startsAt: Date } | null } | null;
}

/** What a subscription is worth, and until when, from an instant on. */
export type ToldSubscription = { occurredAt: Date } & Pick<
  GatewaySubscription,
  | "stripeSubscriptionId"
  | "status"
  | "stripePriceId"
  | "amountMinor"
  | "currency"
  | "interval"
  | "cancelsAt"
  | "paused"
>;

export interface Period {
  startsAt: Date;
  endsAt: Date;
}

export interface GatewayInvoiceLine {
  lineId: string;
  description: string;
  /** Negative for what is given back. Before discounts. */
  amountMinor: bigint;
  quantity: number;
  stripePriceId: string | null;
  /** Of one unit for one whole period. */
  unitAmountMinor: bigint | null;
  stripeItemId: string | null;
  period: Period;
  proration: boolean;
  /** Of a line that gives back: the lines that had billed it. */
  credited: { stripeInvoiceId: string; lineIds: string[] } | null;
}

export interface GatewayInvoice {
  stripeInvoiceId: string;
  stripeCustomerId: string | null;
  stripeSubscriptionId: string | null;
  number: string | null;
  status: "draft" | "open" | "paid" | "void" | "uncollectible";
  reason: string;
  currency: string;
  totalMinor: bigint;
  paidMinor: bigint;
  dueMinor: bigint;
  hostedUrl: string | null;
  attemptCount: number;
  nextAttemptAt: Date | null;
  issuedAt: Date;
  paidAt: Date | null;
  paymentIntentIds: string[];
  lines: GatewayInvoiceLine[];
}
