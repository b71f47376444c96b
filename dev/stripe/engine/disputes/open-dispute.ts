import type Stripe from "stripe";
import { invalidRequest } from "../../server/stripe-error";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { disputableAmount } from "./disputable-amount";
import { type DisputeReason } from "./dispute-reasons";
import { withdrawFunds } from "./dispute-funds";
import { settleWarnings } from "./fraud-warnings";

export const EVIDENCE_IS_DUE = "evidence_is_due";

const DAY = 24 * 60 * 60;
/** Issuers leave 7 to 21 days: https://docs.stripe.com/disputes/how-disputes-work */
const RESPONSE_DAYS = 9;
/** After these an inquiry can no longer become a chargeback. */
const INQUIRY_DAYS = 120;

const VISA_CODES: Partial<Record<DisputeReason, string>> = {
  credit_not_processed: "13.7",
  duplicate: "12.6.1",
  fraudulent: "10.4",
  product_not_received: "13.1",
  product_unacceptable: "13.3",
  subscription_canceled: "13.2",
};

export interface DisputeKind {
  reason: DisputeReason;
  caseType: "chargeback" | "inquiry";
  /** All that is left of the charge unless it is said. */
  amount?: number;
}

/**
 * The owner of a card questions a charge. A chargeback takes the money at once, an inquiry only asks.
 * https://docs.stripe.com/disputes/how-disputes-work
 */
export function openDispute(engine: Engine, charge: Stripe.Charge, kind: DisputeKind): Stripe.Dispute {
  const amount = amountToDispute(engine, charge, kind.amount);
  const isInquiry = kind.caseType === "inquiry";
  const dispute = engine.create("dispute", {
    amount,
    charge: charge.id,
    currency: charge.currency,
    evidence_details: {
      due_by: responseDeadline(engine.now),
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: "not_submitted",
    },
    is_charge_refundable: isInquiry,
    payment_intent: idOf(charge.payment_intent),
    payment_method_details: cardDetails(charge, kind),
    reason: kind.reason,
    status: isInquiry ? "warning_needs_response" : "needs_response",
  });
  engine.update(charge, { disputed: true });
  engine.emit("charge.dispute.created", dispute);
  settleWarnings(engine, charge.id);
  engine.schedule(
    EVIDENCE_IS_DUE,
    dispute.id,
    isInquiry ? engine.now + INQUIRY_DAYS * DAY : (dispute.evidence_details.due_by ?? 0) + 1,
  );
  return isInquiry ? dispute : withdrawFunds(engine, dispute);
}

function amountToDispute(engine: Engine, charge: Stripe.Charge, wanted: number | undefined): number {
  if (!charge.captured || charge.status !== "succeeded") {
    throw invalidRequest(`Charge ${charge.id} took no money that could be disputed.`, { param: "charge" });
  }
  const left = disputableAmount(engine, charge);
  if (left === 0) {
    throw invalidRequest(`Charge ${charge.id} has nothing left that could be disputed.`, { param: "charge" });
  }
  const amount = wanted ?? left;
  if (amount <= left) return amount;
  throw invalidRequest(
    `Dispute amount (${amount}) is greater than the undisputed amount on charge (${left})`,
    {
      param: "amount",
    },
  );
}

function cardDetails(charge: Stripe.Charge, kind: DisputeKind): Stripe.Dispute.PaymentMethodDetails {
  const brand = charge.payment_method_details?.card?.brand ?? "visa";
  return {
    type: "card",
    card: {
      brand,
      case_type: kind.caseType,
      network: brand,
      network_reason_code: brand === "visa" ? (VISA_CODES[kind.reason] ?? null) : null,
    },
  };
}

/** The end of a day, some days from now. */
export function responseDeadline(now: number): number {
  return (Math.floor(now / DAY) + RESPONSE_DAYS + 1) * DAY - 1;
}
