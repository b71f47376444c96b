/** A day of the calendar, "2026-11-22", in the zone of the question. */
export type Day = string;

export type Bucket = "day" | "week" | "month";

/** Both ends are part of it. */
export interface DayRange {
  from: Day;
  to: Day;
}

/** What is asked: ranges of days in one time zone. `bucket` is how finely charts divide them; weeks begin on Monday. */
export interface AnalyticsQuery {
  /** An IANA name. */
  zone: string;
  range: DayRange;
  /** What the figures are compared with; null for no comparison. */
  before: DayRange | null;
  bucket: Bucket;
}

/** A figure with the same figure of the range before; `before` is null without a comparison. */
export interface Compared<Value> {
  now: Value;
  before: Value | null;
}

/** Minor units of the currency that the block is about. */
export interface RevenueFigures {
  /** Subscriptions and packs. */
  grossMinor: bigint;
  subscriptionMinor: bigint;
  packsMinor: bigint;
  refundsMinor: bigint;
  /** Lost disputes. */
  disputesMinor: bigint;
  /** Gross less refunds and lost disputes. */
  netMinor: bigint;
  payments: number;
  refunds: number;
  disputes: number;
}

interface RevenuePoint extends RevenueFigures {
  /** First day of the bucket. */
  day: Day;
}

export interface Revenue {
  currency: string;
  totals: Compared<RevenueFigures>;
  /** One for each bucket of the range, empty ones too, oldest first. */
  points: readonly RevenuePoint[];
}

/** Monthly recurring revenue, rounded to minor units once, at the end of each sum. */
export interface Movement {
  newMinor: bigint;
  expansionMinor: bigint;
  contractionMinor: bigint;
  churnMinor: bigint;
  reactivationMinor: bigint;
  newPeople: number;
  expansionPeople: number;
  contractionPeople: number;
  churnPeople: number;
  reactivationPeople: number;
}

export interface MovementPoint extends Movement {
  day: Day;
  /** At the end of the bucket. */
  mrrMinor: bigint;
  subscribers: number;
}

export interface RecurringFigures {
  mrrMinor: bigint;
  subscribers: number;
  /** MRR per subscriber; null without subscribers. */
  arpuMinor: bigint | null;
  /** Subscribers lost per month, as a share of those at the start; null where there were none. */
  churnRate: number | null;
  /** ARPU divided by the churn rate; null where either is missing or nobody left. */
  ltvMinor: bigint | null;
}

export interface Recurring {
  currency: string;
  figures: Compared<RecurringFigures>;
  movement: Compared<Movement>;
  points: readonly MovementPoint[];
}

export interface PeopleFigures {
  signedUp: number;
  verified: number;
  deleted: number;
  /** With an account at the end of the range. */
  total: number;
  /** Ran a service in the range. */
  active: number;
  /** Bought a pack in the range. */
  purchasers: number;
  /** Paid anything in the range. */
  payers: number;
  /** Of those who signed up in the range, how many have paid until today. */
  converted: number;
}

export interface PeoplePoint {
  day: Day;
  signedUp: number;
  verified: number;
  deleted: number;
  total: number;
  active: number;
}

export interface People {
  figures: Compared<PeopleFigures>;
  points: readonly PeoplePoint[];
}

/** Who has which plan at the end of the range. */
export interface PlanShare {
  /** Null where Stripe bills a price that the catalogue does not know. */
  planKey: string | null;
  planName: string;
  interval: "month" | "year" | null;
  /** A complimentary plan costs nothing and is no recurring revenue. */
  state: "paying" | "trialing" | "complimentary";
  /** Null of complimentary plans. */
  currency: string | null;
  people: number;
  peopleBefore: number | null;
  mrrMinor: bigint;
}

export interface ServiceFigures {
  slug: string;
  title: string;
  runs: number;
  runsBefore: number | null;
  succeeded: number;
  failed: number;
  timedOut: number;
  /** Failed and timed out, as a share of what has ended; null when nothing has. */
  failureRate: number | null;
  people: number;
  creditsMilli: bigint;
  creditsMilliBefore: bigint | null;
  /** Of what has ended, in milliseconds. */
  meanDurationMs: number | null;
  /** What its running costs, in milli-credits; null where its definition does not say. */
  costMilli: bigint | null;
  /** Credits less cost, as a share of the credits; null without a known cost or without credits. */
  margin: number | null;
}

export interface ServicePoint {
  day: Day;
  slug: string;
  runs: number;
  creditsMilli: bigint;
}

export interface Services {
  /** By credits, most first. */
  services: readonly ServiceFigures[];
  points: readonly ServicePoint[];
}

export interface CreditFigures {
  issuedMilli: bigint;
  spentMilli: bigint;
  expiredMilli: bigint;
  /** Taken back for refunds, lost disputes and by admins, less what was put back. */
  clawedBackMilli: bigint;
  forgivenMilli: bigint;
  /** What people can still spend at the end of the range, less what they owe: the liability. */
  outstandingMilli: bigint;
}

interface CreditPoint extends CreditFigures {
  day: Day;
}

export interface OutstandingOfKind {
  kind: "subscription" | "payg" | "promo" | "admin" | "debt";
  milli: bigint;
}

export interface CreditFlow {
  figures: Compared<CreditFigures>;
  points: readonly CreditPoint[];
  /** At the end of the range. */
  outstanding: readonly OutstandingOfKind[];
}

/** Payments whose first try was refused in the range. */
export interface CollectionFigures {
  failedPayments: number;
  failedMinor: bigint;
  /** Of those, the ones that were paid since. */
  recoveredPayments: number;
  recoveredMinor: bigint;
}

interface CollectionPoint extends CollectionFigures {
  day: Day;
}

export interface Collection {
  currency: string;
  figures: Compared<CollectionFigures>;
  points: readonly CollectionPoint[];
}

export interface DeclineReason {
  /** Stripe's decline code, or its error code where there is none. */
  reason: string;
  tries: number;
}

/** What renews next unless somebody cancels, from now on. */
export interface RenewalsDue {
  currency: string;
  days: 7 | 30;
  renewals: number;
  amountMinor: bigint;
}

export interface Collections {
  collections: readonly Collection[];
  declines: readonly DeclineReason[];
  renewals: readonly RenewalsDue[];
}

export type RetentionOf = "active" | "payers";

/** The people who signed up in one month, and how many of them came back in each month since. */
export interface Cohort {
  /** First day of the month. */
  month: Day;
  people: number;
  /** Index 0 is the month of the sign-up itself; months that have not begun are missing. */
  returned: readonly number[];
}

export interface Retention {
  of: RetentionOf;
  cohorts: readonly Cohort[];
}

/** Which zones there are to choose from, and what the asked one is answered in. */
export interface ZoneChoice {
  /** The zone of the answer. */
  zone: string;
  /** The zone that was asked for and is being prepared; figures are in UTC until then. */
  preparing: string | null;
}
