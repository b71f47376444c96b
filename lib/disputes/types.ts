import type { GatewayDisputeStatus } from "@/lib/ports/dispute-gateway";

export type DisputeStatus = GatewayDisputeStatus;

/** `due`: the bank waits for an answer. `open`: it has not decided. */
export const disputeStages = ["due", "open", "lost", "won"] as const;
export type DisputeStage = (typeof disputeStages)[number];

/** What became of the credits that the disputed payment bought. */
export type DisputeCredits =
  | { effect: "untouched" }
  | { effect: "frozen"; creditsMilli: bigint }
  /** `debtMilli` is the part of them that had been spent. */
  | { effect: "taken"; creditsMilli: bigint; debtMilli: bigint }
  /** They had been frozen or taken, and are free again. */
  | { effect: "given_back" };

export interface ListedDispute {
  id: string;
  stripeDisputeId: string;
  status: DisputeStatus;
  /** In words, to follow "The bank's reason:". */
  reason: string;
  amountMinor: bigint;
  currency: string;
  /** The answer must be at Stripe by then. */
  dueBy: Date | null;
  openedAt: Date;
  closedAt: Date | null;
  userId: string;
  userEmail: string;
  paymentId: string;
  purchase: string;
  credits: DisputeCredits;
}

/** A page: the next deadline first where a bank has not decided, else the latest first. */
export interface DisputePage {
  disputes: ListedDispute[];
  next: string | null;
  previous: string | null;
}
