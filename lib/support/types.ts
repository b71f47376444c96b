/** One currency's payments. */
export interface PaidSum {
  currency: string;
  payments: number;
  amountMinor: bigint;
}

/** What happened since midnight UTC, and what waits for somebody. */
export interface SupportOverview {
  since: Date;
  newPeople: number;
  paid: PaidSum[];
  failedTries: number;
  openDisputes: number;
  /** How many of the open ones want an answer, and when the first must be there. */
  disputesDue: number;
  nextDisputeDueAt: Date | null;
  deadWebhooks: number;
  /** Plans whose last payment failed. */
  pastDuePlans: number;
  openMessages: number;
  /** Jobs that nothing starts again by itself. */
  failedJobs: number;
  /** Refunds that wait for a second admin. */
  refundRequests: number;
  /** People who came to a limit, or were refused by one. */
  peopleAtLimit: number;
  /** People whose use stands out from what they usually use. */
  usageSpikes: number;
  /** The last time that the ledger was checked to the end; null before the first. */
  ledgerChecked: { at: Date; problems: number } | null;
  /** The last time that the records of what admins did were checked; null before the first. */
  auditChecked: { at: Date; problems: number } | null;
}

export const peopleSorts = ["newest", "oldest", "email"] as const;
export type PeopleSort = (typeof peopleSorts)[number];

/** Of the plan that somebody has; `none` for who has none. */
export const planStates = ["trialing", "active", "past_due", "unpaid", "paused", "none"] as const;
type PlanState = (typeof planStates)[number];

export interface PeopleSearch {
  /** Part of an address or name, a whole id of ours, or one of Stripe's. */
  text?: string;
  /** The key of a plan, such as `basic`. */
  plan?: string;
  status?: PlanState;
  suspended?: boolean;
  verified?: boolean;
  sort?: PeopleSort;
  /** Reads on below the one, or back above the other, which counts only where the first is not given. */
  before?: string | null;
  after?: string | null;
}

export interface PersonLine {
  id: string;
  email: string;
  name: string | null;
  role: "member" | "admin";
  verified: boolean;
  suspended: boolean;
  joinedAt: Date;
  plan: { name: string; status: string } | null;
}

/** What a searched id names. */
export type IdKind =
  | "user"
  | "payment"
  | "customer"
  | "payment_intent"
  | "charge"
  | "invoice"
  | "subscription"
  | "refund"
  | "dispute"
  | "checkout";

export interface PeoplePage {
  people: PersonLine[];
  /** What the text was taken for, where it was an id; its people are whom that belongs to. */
  idKind: IdKind | null;
  older: string | null;
  newer: string | null;
}

/** Who somebody is, for the head of their page. */
export interface Person {
  id: string;
  email: string;
  name: string | null;
  company: string | null;
  role: "member" | "admin";
  verified: boolean;
  suspended: boolean;
  suspendedAt: Date | null;
  joinedAt: Date;
  /** Of the latest of their sessions that are open. */
  lastSeenAt: Date | null;
  timeZone: string | null;
  stripeCustomerId: string | null;
  deletionAskedAt: Date | null;
  anonymisedAt: Date | null;
}

/** The parts of somebody's page. */
export const personTabs = [
  "credits",
  "subscription",
  "payments",
  "services",
  "usage",
  "sessions",
  "emails",
  "security",
  "history",
] as const;
export type PersonTab = (typeof personTabs)[number];

/** What is looked at of somebody: a part of their page, or a page of acts. */
export type PersonPage = PersonTab | "adjust" | "manage";

/** Why a card was not charged, in Stripe's words. */
export interface PaymentFailure {
  failureCode: string | null;
  declineCode: string | null;
  failureMessage: string | null;
}

interface UsedCard {
  cardBrand: string | null;
  cardLast4: string | null;
}

export interface FailedTry extends PaymentFailure, UsedCard {
  id: string;
  attemptedAt: Date;
}

export interface PersonRefund {
  id: string;
  status: string;
  amountMinor: bigint;
  reason: string | null;
  failureReason: string | null;
  stripeRefundId: string | null;
  createdAt: Date;
}

export interface PersonPayment extends PaymentFailure, UsedCard {
  id: string;
  kind: "purchase" | "subscription";
  status: "processing" | "succeeded" | "failed" | "canceled";
  description: string;
  amountMinor: bigint;
  refundedMinor: bigint;
  currency: string;
  /** Why money that arrived brought no credits. */
  problem: string | null;
  stripePaymentIntentId: string;
  at: Date;
  attempts: FailedTry[];
  refunds: PersonRefund[];
  disputes: { status: string; reason: string; dueBy: Date | null }[];
}

export interface PersonRun {
  id: string;
  serviceSlug: string;
  source: string;
  status: string;
  inputBytes: number;
  quotedMilli: bigint;
  chargedMilli: bigint;
  problem: string | null;
  durationMs: number | null;
  at: Date;
}

export interface PersonEmail {
  id: string;
  template: string;
  recipient: string;
  status: "pending" | "sent" | "failed" | "unwanted";
  attempts: number;
  error: string | null;
  sentAt: Date | null;
  at: Date;
}

export interface PersonSubscription {
  id: string;
  stripeSubscriptionId: string;
  planName: string;
  interval: "month" | "year" | null;
  status: string;
  /** A second one, which is canceled and paid back. */
  surplus: boolean;
  amountMinor: bigint;
  currency: string;
  startedAt: Date;
  periodEndsAt: Date;
  endedAt: Date | null;
  cancelReason: string | null;
  problem: string | null;
}
