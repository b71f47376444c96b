import type Stripe from "stripe";
import { type Engine } from "./engine";
import { idOf } from "./field-values";

export const REFUND_SETTLES = "refund_settles";
export const REFUND_FAILS = "refund_fails";

/** "Some time later", says Stripe. */
const SOME_TIME = 60;

const COURSES: Record<string, "pending" | "fails"> = {
  "4000000000007726": "pending",
  "4000000000005126": "fails",
};

/** What becomes of refunds to the card of a charge. https://docs.stripe.com/testing#refunds */
export function refundCourse(engine: Engine, charge: Stripe.Charge): "succeeds" | "pending" | "fails" {
  const { number } = engine.store.objects.hidden<{ number: string }>(charge.payment_method ?? "");
  return COURSES[number ?? ""] ?? "succeeds";
}

export function scheduleOutcome(
  engine: Engine,
  refund: Stripe.Refund,
  course: "succeeds" | "pending" | "fails",
): void {
  if (course === "succeeds") return;
  engine.schedule(course === "pending" ? REFUND_SETTLES : REFUND_FAILS, refund.id, engine.now + SOME_TIME);
}

export function settleRefundWhenDue(engine: Engine, id: string): void {
  const refund = engine.store.objects.find("refund", id);
  if (refund?.status !== "pending") return;
  const { pending_reason: _over, ...settled } = refund;
  updateRefund(engine, engine.store.objects.save(settled), { status: "succeeded" });
}

/**
 * The bank sends the money back: it is on the balance again, and the charge is as it was before the refund.
 * https://docs.stripe.com/refunds#failed-refunds
 */
export function failRefundWhenDue(engine: Engine, id: string): void {
  const refund = engine.store.objects.find("refund", id);
  if (refund?.status !== "succeeded") return;
  const reversal = book(engine, refund, {
    amount: refund.amount,
    description: "REFUND FAILURE",
    reporting_category: "refund_failure",
    type: "refund_failure",
  });
  const charge = engine.require("charge", idOf(refund.charge) ?? "");
  engine.update(
    charge,
    { amount_refunded: charge.amount_refunded - refund.amount, refunded: false },
    "charge.updated",
  );
  const failed = updateRefund(engine, refund, {
    failure_balance_transaction: reversal.id,
    failure_reason: "expired_or_canceled_card",
    status: "failed",
  });
  engine.emit("refund.failed", failed);
}

/** Every change of a refund is told twice, under its own name and, as it always was, under the charge's. */
export function updateRefund(
  engine: Engine,
  refund: Stripe.Refund,
  changes: Partial<Stripe.Refund>,
): Stripe.Refund {
  const updated = engine.update(refund, changes, "refund.updated");
  if (updated !== refund) engine.emit("charge.refund.updated", updated);
  return updated;
}

export function bookRefund(engine: Engine, refund: Stripe.Refund): Stripe.BalanceTransaction {
  return book(engine, refund, {
    amount: -refund.amount,
    description: "REFUND FOR PAYMENT",
    reporting_category: "refund",
    type: "refund",
  });
}

function book(
  engine: Engine,
  refund: Stripe.Refund,
  entry: Pick<Stripe.BalanceTransaction, "amount" | "description" | "reporting_category" | "type">,
): Stripe.BalanceTransaction {
  return engine.create("balance_transaction", {
    ...entry,
    available_on: engine.now,
    balance_type: "payments",
    currency: refund.currency,
    fee: 0,
    fee_details: [],
    net: entry.amount,
    source: refund.id,
    status: "available",
  });
}
