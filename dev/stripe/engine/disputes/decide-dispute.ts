import type Stripe from "stripe";
import { invalidRequest } from "../../server/stripe-error";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { disputableAmount } from "./disputable-amount";
import { reinstateFunds, withdrawFunds } from "./dispute-funds";
import { EVIDENCE_IS_DUE, responseDeadline } from "./open-dispute";

export const BANK_DECIDES = "bank_decides";

const OVER = new Set(["won", "lost", "warning_closed", "prevented"]);

/** Evidence that decides a test dispute. https://docs.stripe.com/testing#evidence */
const DECISIVE: Record<string, Verdict> = {
  winning_evidence: "won",
  losing_evidence: "lost",
  escalate_inquiry_evidence: "escalated",
};

/** How a dispute can end, or, for an inquiry, go on as a chargeback. */
export type Verdict = "won" | "lost" | "escalated";

export const isOver = (dispute: Stripe.Dispute): boolean => OVER.has(dispute.status);

/** What the bank makes of the evidence; null: it has not said yet. */
export function verdictOf(dispute: Stripe.Dispute): Verdict | null {
  return DECISIVE[dispute.evidence.uncategorized_text ?? ""] ?? null;
}

export function decideWhenDue(engine: Engine, id: string): void {
  const dispute = engine.store.objects.find("dispute", id);
  const verdict = dispute && verdictOf(dispute);
  if (!dispute || !verdict || isOver(dispute)) return;
  const goesOn = verdict !== "won" && dispute.status.startsWith("warning_");
  if (goesOn && leftToTake(engine, dispute) === 0) closeDispute(engine, dispute, "warning_closed");
  else decideDispute(engine, dispute, verdict);
}

/** Nobody answered in time: a chargeback is lost, an inquiry is over. https://docs.stripe.com/disputes/how-disputes-work */
export function closeWhenEvidenceIsDue(engine: Engine, id: string): void {
  const dispute = engine.store.objects.find("dispute", id);
  if (dispute?.status === "needs_response") closeDispute(engine, dispute, "lost");
  else if (dispute?.status.startsWith("warning_") && !isOver(dispute))
    closeDispute(engine, dispute, "warning_closed");
}

export function decideDispute(engine: Engine, dispute: Stripe.Dispute, verdict: Verdict): Stripe.Dispute {
  if (isOver(dispute)) throw invalidRequest("This dispute is already closed.");
  const isInquiry = dispute.status.startsWith("warning_");
  if (verdict === "escalated") {
    if (!isInquiry) throw invalidRequest("Only an inquiry can be escalated.");
    return escalate(engine, dispute);
  }
  // An inquiry that is answered to the bank's content is simply closed: no money was taken.
  if (isInquiry && verdict === "won") return closeDispute(engine, dispute, "warning_closed");
  if (isInquiry) return decideDispute(engine, escalate(engine, dispute), "lost");
  const closed = closeDispute(engine, dispute, verdict);
  return verdict === "won" ? reinstateFunds(engine, closed) : closed;
}

export function closeDispute(
  engine: Engine,
  dispute: Stripe.Dispute,
  status: "won" | "lost" | "warning_closed",
): Stripe.Dispute {
  engine.store.due.cancel(EVIDENCE_IS_DUE, dispute.id);
  return engine.update(dispute, { is_charge_refundable: status !== "lost", status }, "charge.dispute.closed");
}

/** Of an inquiry: what was given back since it began cannot be taken once more. */
function leftToTake(engine: Engine, { id, amount, charge }: Stripe.Dispute): number {
  return Math.min(amount, disputableAmount(engine, engine.require("charge", idOf(charge) ?? ""), id));
}

function escalate(engine: Engine, dispute: Stripe.Dispute): Stripe.Dispute {
  const amount = leftToTake(engine, dispute);
  if (amount === 0) {
    throw invalidRequest("The disputed charge was refunded in full: this inquiry cannot be escalated.");
  }
  const deadline = responseDeadline(engine.now);
  const details = dispute.payment_method_details;
  const card = details?.card && { ...details.card, case_type: "chargeback" as const };
  const escalated = engine.update(
    dispute,
    {
      amount,
      evidence: { ...dispute.evidence, uncategorized_text: null },
      evidence_details: {
        ...dispute.evidence_details,
        due_by: deadline,
        has_evidence: false,
        submission_count: 0,
      },
      is_charge_refundable: false,
      status: "needs_response",
      ...(details && card ? { payment_method_details: { ...details, card } } : {}),
    },
    "charge.dispute.updated",
  );
  engine.schedule(EVIDENCE_IS_DUE, dispute.id, deadline + 1);
  return withdrawFunds(engine, escalated);
}
