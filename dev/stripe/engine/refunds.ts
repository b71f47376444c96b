import type Stripe from "stripe";
import { invalidRequest } from "../server/stripe-error";
import { settleWarnings } from "./disputes/fraud-warnings";
import { type Engine } from "./engine";
import { idOf } from "./field-values";
import { mergeMetadata } from "./metadata";
import { chargeToRefund, checkRefundable } from "./refund-checks";
import { bookRefund, refundCourse, scheduleOutcome, updateRefund } from "./refund-outcomes";

/**
 * Gives back part or all of a captured charge, never more than it took. The charge counts it at once, whatever
 * becomes of it later. https://docs.stripe.com/refunds
 */
export function createRefund(engine: Engine, params: Stripe.RefundCreateParams): Stripe.Refund {
  const charge = chargeToRefund(engine, params);
  const amount = params.amount ?? charge.amount - charge.amount_refunded;
  checkRefundable(engine, charge, amount);
  const course = refundCourse(engine, charge);
  const refund = engine.create("refund", {
    amount,
    charge: charge.id,
    currency: charge.currency,
    customer: idOf(charge.customer),
    destination_details: {
      card: { reference_status: "pending", reference_type: "acquirer_reference_number", type: "refund" },
      type: "card",
    },
    metadata: mergeMetadata({}, params.metadata),
    payment_intent: idOf(charge.payment_intent),
    payment_method: charge.payment_method,
    reason: params.reason ?? null,
    status: course === "pending" ? "pending" : "succeeded",
    ...(course === "pending" ? { pending_reason: "processing" as const } : {}),
  });
  const booked = engine.update(refund, { balance_transaction: bookRefund(engine, refund).id });
  const refunded = charge.amount_refunded + amount;
  engine.update(
    charge,
    { amount_refunded: refunded, refunded: refunded === charge.amount },
    "charge.refunded",
  );
  engine.emit("refund.created", booked);
  settleWarnings(engine, charge.id);
  scheduleOutcome(engine, booked, course);
  return booked;
}

export function changeRefundMetadata(
  engine: Engine,
  refund: Stripe.Refund,
  metadata: Stripe.RefundUpdateParams["metadata"],
): Stripe.Refund {
  return updateRefund(engine, refund, { metadata: mergeMetadata(refund.metadata ?? {}, metadata) });
}

/** Only refunds that wait for the customer can be canceled, and no card's does. https://docs.stripe.com/api/refunds/cancel */
export function cancelRefund(refund: Stripe.Refund): never {
  throw invalidRequest(
    `Refund ${refund.id} has a status of ${refund.status ?? "unknown"} and cannot be canceled. Only refunds with a status of requires_action can be canceled.`,
  );
}
