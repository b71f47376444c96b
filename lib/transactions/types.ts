import type { Difference, ReconciledObject } from "@/lib/reconciliation/types";
import type { IdKind } from "@/lib/support/types";

export const transactionStates = [
  "paid",
  "failed",
  "pending",
  "canceled",
  "refunded",
  "disputed",
  "unclear",
] as const;
/** `unclear`: money that arrived and brought no credits, as it was not what was agreed. */
export type TransactionState = (typeof transactionStates)[number];

export const transactionSorts = ["newest", "oldest"] as const;
type TransactionSort = (typeof transactionSorts)[number];

export interface TransactionSearch {
  /** Part of an address or name, a whole id of ours, or any of Stripe's. */
  text?: string;
  /** As typed: "45.00", "45 eur". Without a currency it is read in US dollars. */
  amount?: string;
  state?: TransactionState;
  kind?: "purchase" | "subscription";
  /** Stripe's decline or error code. */
  decline?: string;
  /** The first instant of the range, and the first after it. */
  from?: Date;
  to?: Date;
  sort?: TransactionSort;
  /** Reads on below the one, or back above the other, which counts only where the first is not given. */
  before?: string | null;
  after?: string | null;
}

export interface TransactionLine {
  id: string;
  userId: string;
  email: string;
  kind: "purchase" | "subscription";
  status: "processing" | "succeeded" | "failed" | "canceled";
  description: string;
  amountMinor: bigint;
  refundedMinor: bigint;
  currency: string;
  failureCode: string | null;
  declineCode: string | null;
  failureMessage: string | null;
  problem: string | null;
  disputed: boolean;
  stripePaymentIntentId: string;
  cardBrand: string | null;
  cardLast4: string | null;
  at: Date;
}

/** Why an amount could not be read. */
export type AmountProblem = "not_a_number" | "too_many_decimals" | "unknown_currency" | "too_large";

export interface TransactionPage {
  transactions: TransactionLine[];
  /** What the text was taken for, where it was an id. */
  idKind: IdKind | null;
  amountProblem: AmountProblem | null;
  older: string | null;
  newer: string | null;
}

/** A payment as Stripe has it, and whether we have it, too. */
export interface StripeHit {
  paymentIntentId: string;
  chargeId: string | null;
  stripeCustomerId: string | null;
  email: string | null;
  status: string;
  amountMinor: bigint;
  currency: string;
  failureCode: string | null;
  declineCode: string | null;
  failureMessage: string | null;
  at: Date;
  /** Our row's id; null where it is in Stripe and not here. */
  paymentId: string | null;
}

export type StripeSearchResult =
  /** `more`: Stripe has more than is shown. `narrowed`: what Stripe cannot look for and was left out. */
  | { outcome: "found"; hits: StripeHit[]; more: boolean; ignored: string[] }
  | { outcome: "nothing_to_look_for" }
  | { outcome: "unreachable" };

/** One fact on both sides, in words. */
export interface FieldPair {
  field: string;
  here: string | null;
  there: string | null;
  differs: boolean;
}

export interface ComparedObject {
  object: ReconciledObject;
  /** Stripe's. */
  id: string;
  title: string;
  /** False where Stripe does not have it. */
  known: boolean;
  fields: FieldPair[];
  /** As a reconciliation finds them. */
  differences: Difference[];
}

export type StripeSide = { outcome: "read"; objects: ComparedObject[] } | { outcome: "unreachable" };

export type StepKind = "money" | "credits" | "webhook" | "mail" | "document" | "admin";

/** One thing that happened, for the timeline. */
export interface Step {
  key: string;
  at: Date;
  kind: StepKind;
  title: string;
  detail: string | null;
  tone: "neutral" | "positive" | "warning" | "danger";
  href: string | null;
}
