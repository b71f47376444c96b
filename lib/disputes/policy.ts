import type { DisputeStatus } from "./types";

/** What a dispute does to the credits of its payment. */
export type DisputeEffect = "none" | "freeze" | "claw_back";

/**
 * Of chargebacks only: an inquiry (`warning_…`) asks and takes no money, so it leaves the credits alone, and so does a
 * dispute that was prevented. While an appeal runs, the money stays where it went when the dispute was lost.
 */
const effects: Readonly<Record<DisputeStatus, DisputeEffect>> = {
  warning_needs_response: "none",
  warning_under_review: "none",
  warning_closed: "none",
  needs_response: "freeze",
  under_review: "freeze",
  appeal_needs_response: "claw_back",
  appeal_under_review: "claw_back",
  won: "none",
  lost: "claw_back",
  prevented: "none",
};

export const effectOf = (status: DisputeStatus): DisputeEffect => effects[status];

const over: readonly DisputeStatus[] = ["warning_closed", "won", "lost", "prevented"];

export const isOver = (status: DisputeStatus): boolean => over.includes(status);

/** Whether the bank has decided, if only for the time being: a lost one that is appealed was closed when it was lost. */
export const isDecided = (status: DisputeStatus): boolean =>
  isOver(status) || effectOf(status) === "claw_back";

export const isInquiry = (status: DisputeStatus): boolean => status.startsWith("warning_");

interface DisputedPayment {
  amountMinor: bigint;
  refundedMinor: bigint;
  /** What other disputes of the payment took. */
  otherLossesMinor: bigint;
}

/** What a lost dispute took: never more than the payment had left. */
export function lossOf(amountMinor: bigint, payment: DisputedPayment): bigint {
  const left = payment.amountMinor - payment.refundedMinor - payment.otherLossesMinor;
  if (left <= 0n) return 0n;
  return amountMinor < left ? amountMinor : left;
}
