import type Stripe from "stripe";
import { invalidRequest } from "../../server/stripe-error";
import { type Engine } from "../engine";
import { unset } from "../field-values";
import { mergeMetadata } from "../metadata";
import { scheduleSoon } from "../schedule-soon";
import { BANK_DECIDES, closeDispute, isOver, verdictOf } from "./decide-dispute";

const MAX_EVIDENCE = 150_000;

/**
 * Stages evidence and, unless told not to, sends it to the bank, once. Metadata can be changed at any time.
 * https://docs.stripe.com/api/disputes/update
 */
export function answerDispute(
  engine: Engine,
  dispute: Stripe.Dispute,
  params: Stripe.DisputeUpdateParams,
): Stripe.Dispute {
  const changes: Partial<Stripe.Dispute> = { metadata: mergeMetadata(dispute.metadata, params.metadata) };
  const submits = params.submit ?? params.evidence !== undefined;
  if (params.evidence !== undefined || submits) {
    checkAnswerable(dispute);
    const evidence = mergeEvidence(dispute.evidence, params.evidence);
    const hasEvidence = Object.values(evidence).some((value) => typeof value === "string");
    Object.assign(changes, {
      evidence,
      evidence_details: { ...dispute.evidence_details, has_evidence: hasEvidence },
    });
  }
  if (submits) Object.assign(changes, submission(engine, dispute, changes));
  const updated = engine.update(dispute, changes, "charge.dispute.updated");
  if (submits && verdictOf(updated)) scheduleSoon(engine, BANK_DECIDES, dispute.id);
  return updated;
}

/** Gives in, for good: a chargeback is lost, an inquiry is over. https://docs.stripe.com/api/disputes/close */
export function acceptDispute(engine: Engine, dispute: Stripe.Dispute): Stripe.Dispute {
  if (isOver(dispute)) throw invalidRequest("This dispute is already closed.");
  if (!dispute.status.endsWith("needs_response")) {
    throw invalidRequest(`You cannot close a dispute with a status of ${dispute.status}.`);
  }
  const isInquiry = dispute.status.startsWith("warning_");
  return closeDispute(engine, dispute, isInquiry ? "warning_closed" : "lost");
}

function submission(
  engine: Engine,
  dispute: Stripe.Dispute,
  { evidence_details: staged = dispute.evidence_details }: Partial<Stripe.Dispute>,
): Partial<Stripe.Dispute> {
  return {
    evidence_details: {
      ...staged,
      past_due: engine.now > (staged.due_by ?? Infinity),
      submission_count: staged.submission_count + 1,
      submission_method: "manual",
    },
    status: dispute.status === "warning_needs_response" ? "warning_under_review" : "under_review",
  };
}

function checkAnswerable(dispute: Stripe.Dispute): void {
  if (isOver(dispute)) throw invalidRequest("This dispute is already closed.");
  if (dispute.status.endsWith("needs_response")) return;
  throw invalidRequest("You have already submitted evidence for this dispute.", { param: "evidence" });
}

function mergeEvidence(
  current: Stripe.Dispute.Evidence,
  sent: Stripe.DisputeUpdateParams.Evidence = {},
): Stripe.Dispute.Evidence {
  const entries = Object.entries(sent).map(([field, value]) => [field, unset(value as unknown)]);
  const merged = { ...current, ...Object.fromEntries(entries) } as Stripe.Dispute.Evidence;
  const length = Object.values(merged).reduce<number>(
    (sum, value) => sum + (typeof value === "string" ? value.length : 0),
    0,
  );
  if (length <= MAX_EVIDENCE) return merged;
  throw invalidRequest(`The combined character count of all evidence is limited to ${MAX_EVIDENCE}.`, {
    param: "evidence",
  });
}
