/** What a payment is for, as our own rows know it. */
export interface PaymentSubject {
  userId: string;
  checkoutId: string | null;
  invoiceId?: string;
  kind: "purchase" | "subscription";
  description: string;
  creditsMilli: bigint;
}

export interface SavedPayment {
  paymentId: string;
  /** Its credits were granted by an earlier transaction. */
  credited: boolean;
}

export const recordTypes = ["purchase", "subscription", "refund"] as const;
export type RecordType = (typeof recordTypes)[number];

export type RecordStatus =
  | "paid"
  | "partly_refunded"
  | "refunded"
  /** Money arrived that does not match what was agreed: support decides. */
  | "under_review"
  | "pending"
  | "failed"
  | "canceled";

/** What a history can be narrowed to. */
export const statusChoices = ["paid", "pending", "failed", "refunded", "canceled"] as const;
export type StatusChoice = (typeof statusChoices)[number];

interface Card {
  brand: string;
  last4: string;
}

/** One line of a member's billing history: a payment, a refund, or an invoice that nobody had to pay for. */
export interface BillingRecord {
  id: string;
  /** Of the payment or invoice whose page tells all of it. */
  pageId: string;
  type: RecordType;
  status: RecordStatus;
  /** Its bank asks for the money back, or has taken it. */
  dispute: "open" | "lost" | null;
  description: string;
  /** Negative where the money went back. */
  amountMinor: bigint;
  currency: string;
  card: Card | null;
  at: Date;
}

export interface RecordCursor {
  at: Date;
  id: string;
}

export interface RecordPageInput {
  userId: string;
  type?: RecordType;
  status?: StatusChoice;
  /** Records older than this one. */
  before?: RecordCursor;
  /** Records newer than this one. */
  after?: RecordCursor;
  /** 1 to 100, by default 25. */
  limit?: number;
}

/** A page of the history, newest first. The cursors are null at the ends. */
export interface RecordPage {
  records: BillingRecord[];
  /** For `before`, to read on. */
  older: RecordCursor | null;
  /** For `after`, to read back. */
  newer: RecordCursor | null;
}

export interface BilledLine {
  description: string;
  /** Negative for what is given back. */
  amountMinor: bigint;
  quantity: number;
  period: { startsAt: Date; endsAt: Date } | null;
}

export interface PaymentTry {
  id: string;
  status: "pending" | "succeeded" | "failed";
  amountMinor: bigint;
  failureCode: string | null;
  declineCode: string | null;
  card: Card | null;
  at: Date;
}

export interface MoneyReturn {
  id: string;
  status: "pending" | "requires_action" | "succeeded" | "failed" | "canceled";
  amountMinor: bigint;
  reason: string | null;
  /** Taken back with it, debt included, and the debt alone. */
  clawedMilli: bigint;
  debtMilli: bigint;
  restored: boolean;
  stripeRefundId: string | null;
  at: Date;
}

/** `inquiry`: the bank only asks. `appealed`: it was lost, and is looked at once more. `closed`: it came to nothing. */
export type DisputeState = "inquiry" | "open" | "appealed" | "won" | "lost" | "closed";

export interface PaymentDispute {
  id: string;
  state: DisputeState;
  amountMinor: bigint;
  reason: string;
  frozen: boolean;
  clawedMilli: bigint;
  debtMilli: bigint;
  at: Date;
}

/** Everything that a member may know of one payment. */
export interface PaymentDetail extends Omit<BillingRecord, "pageId"> {
  /** Null as long as they have not come. */
  creditsMilli: bigint | null;
  /** Of its invoice, where it has one. */
  lines: BilledLine[];
  /** What was taken off the sum of the lines; negative or 0. */
  discountMinor: bigint;
  stripe: StripeNames;
  /** What the ledger's entries about it refer to. */
  references: string[];
  attempts: PaymentTry[];
  refunds: MoneyReturn[];
  disputes: PaymentDispute[];
}

/** What Stripe calls it, and Stripe's own pages about it. */
interface StripeNames {
  paymentIntentId: string | null;
  chargeId: string | null;
  invoiceId: string | null;
  invoiceNumber: string | null;
  receiptUrl: string | null;
  invoiceUrl: string | null;
}
