import type Stripe from "stripe";
import { z } from "zod";
import type { DisputeGateway, GatewayDispute, GatewayFraudWarning } from "@/lib/ports/dispute-gateway";
import { callStripe, readAnswer } from "./call-stripe";
import { idOf, minor, time } from "./stripe-fields";

const disputeSchema = z.object({
  id: z.string(),
  payment_intent: idOf,
  charge: idOf,
  amount: minor,
  currency: z.string(),
  reason: z.string(),
  status: z.enum([
    "warning_needs_response",
    "warning_under_review",
    "warning_closed",
    "needs_response",
    "under_review",
    "appeal_needs_response",
    "appeal_under_review",
    "won",
    "lost",
    "prevented",
  ]),
  evidence_details: z.object({ due_by: time.nullable() }),
  created: time,
});

const warningSchema = z.object({
  id: z.string(),
  payment_intent: idOf,
  charge: idOf,
  fraud_type: z.string(),
  actionable: z.boolean(),
  created: time,
});

export function toDispute(answer: Stripe.Dispute): GatewayDispute {
  const dispute = readAnswer(disputeSchema, answer);
  return {
    stripeDisputeId: dispute.id,
    paymentIntentId: dispute.payment_intent,
    stripeChargeId: dispute.charge,
    amountMinor: dispute.amount,
    currency: dispute.currency,
    reason: dispute.reason,
    status: dispute.status,
    dueBy: dispute.evidence_details.due_by,
    openedAt: dispute.created,
  };
}

function toWarning(answer: Stripe.Radar.EarlyFraudWarning): GatewayFraudWarning {
  const warning = readAnswer(warningSchema, answer);
  return {
    stripeWarningId: warning.id,
    paymentIntentId: warning.payment_intent,
    stripeChargeId: warning.charge,
    kind: warning.fraud_type,
    actionable: warning.actionable,
    createdAt: warning.created,
  };
}

export function disputeMethods(stripe: Stripe): DisputeGateway {
  return {
    getDispute: (stripeDisputeId) =>
      callStripe(async () => toDispute(await stripe.disputes.retrieve(stripeDisputeId))),
    getFraudWarning: (stripeWarningId) =>
      callStripe(async () => toWarning(await stripe.radar.earlyFraudWarnings.retrieve(stripeWarningId))),
  };
}
