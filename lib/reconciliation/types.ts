/** What is compared, in the order in which it is: what others refer to comes first. */
export const reconciledObjects = ["subscription", "invoice", "payment", "refund", "dispute"] as const;
export type ReconciledObject = (typeof reconciledObjects)[number];

export const differenceKinds = [
  "missing_here",
  "missing_there",
  "amount_differs",
  "status_differs",
  "credits_not_granted",
  "credits_differ",
  "unknown_customer",
  "surplus_alive",
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** Why, within its kind. */
export type DifferenceReason =
  | "no_row"
  /** A try to pay, of a payment that we have. */
  | "no_attempt"
  | "not_there"
  | "amount"
  /** What was returned of a payment in all. */
  | "refunded_sum"
  | "status"
  /** A subscription's price, dates or pause. */
  | "terms"
  | "not_credited"
  /** Money arrived that was not as agreed; `here` says how. */
  | "problem"
  /** The lots in the ledger, or our note of them, are not what was paid for. */
  | "lots"
  | "refund_took_nothing"
  | "refund_gave_nothing_back"
  | "dispute_froze_nothing"
  | "dispute_took_nothing"
  /** The lots returned more or less money than went back. */
  | "returned_sum"
  | "unknown_customer"
  | "surplus";

/** One way in which Stripe and we disagree. Plain JSON. */
export interface Difference {
  /** The same as long as the difference exists; names it to `repairDifference`. */
  key: string;
  kind: DifferenceKind;
  reason: DifferenceReason;
  object: ReconciledObject;
  /** Stripe's. */
  id: string;
  stripeCustomerId: string | null;
  userId: string | null;
  here: string | null;
  there: string | null;
  /** When the object came to be. */
  at: string;
  /** False where only a person can decide. */
  repairable: boolean;
  /** Events of this customer wait to be processed: it may settle by itself. */
  waiting: boolean;
}

export interface Reconciliation {
  /** Objects of both sides that were looked at. */
  compared: number;
  /** In the order in which they were found, at most as many as were asked for. */
  differences: Difference[];
  /** All that were found. */
  found: number;
  since: string;
  until: string;
}

export interface ReconciliationProgress {
  object: ReconciledObject;
  /** The time that is being read. */
  since: Date;
  compared: number;
  found: number;
}

/** A field of a row before and after, as text; null where there is none. */
export interface FieldChange {
  field: string;
  before: string | null;
  after: string | null;
}

export interface RowChange {
  table: string;
  /** Of the row. */
  id: string;
  change: "added" | "changed" | "removed";
  fields: FieldChange[];
}

type RepairOutcome =
  | "repaired"
  | "would_be_repaired"
  /** What was written did not do away with it, or would not: a person must look. */
  | "remains"
  /** It is gone already, or never was. */
  | "nothing_to_do"
  /** There is no convergence that could. */
  | "not_repairable";

export interface Repair {
  key: string;
  outcome: RepairOutcome;
  /** What was written, or would be. */
  changes: RowChange[];
  /** Why it was not repaired, where that is known. */
  problem: string | null;
}

/** One comparison of both books, and how far it has come. */
export interface Run {
  id: string;
  status: "running" | "finished" | "failed" | "canceled";
  /** A user's id, or `system:` and a name; and that as people read it. */
  askedBy: string;
  askedByEmail: string;
  since: Date;
  until: Date;
  rehearse: boolean;
  /** The kind that is being read, and the day; null when it is over. */
  object: string | null;
  position: Date | null;
  /** Kinds that were read to their end. */
  done: string[];
  /** Batches of up to a hundred objects. */
  pages: number;
  compared: number;
  found: number;
  /** Why it does not go on at the moment, as a code. */
  problem: string | null;
  startedAt: Date;
  updatedAt: Date;
  finishedAt: Date | null;
}

/** A difference as a run found it, and what became of it. */
export interface FoundDifference {
  id: string;
  difference: Difference;
  /** What a repair would write, where it was rehearsed; then what one wrote. */
  repair: Repair | null;
  outcome: RepairOutcome | null;
  /** Waits to be repaired together with others. */
  queued: boolean;
  settledAt: Date | null;
}
