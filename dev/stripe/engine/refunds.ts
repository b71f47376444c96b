import type Stripe from "stripe";
import { invalidRequest, notImplemented, resourceMissing } from "../server/stripe-error";
import { type Engine } from "./engine";
import { idOf } from "./field-values";
import { mergeMetadata } from "./metadata";

/** Cards whose refund would settle later: that belongs to the delayed refunds the stand-in does not have yet. */
const DELAYED_REFUND = new Set(["4000000000007726", "4000000000005126"]);

/** Gives back part or all of a captured charge, never more than it took. https://docs.stripe.com/refunds */
export function createRefund(engine: Engine, params: Stripe.RefundCreateParams): Stripe.Refund {
  const charge = chargeToRefund(engine, params);
  const amount = params.amount ?? charge.amount - charge.amount_refunded;
  checkRefundable(engine, charge, amount);
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
    status: "succeeded",
  });
  const booked = engine.update(refund, { balance_transaction: bookRefund(engine, refund).id });
  const refunded = charge.amount_refunded + amount;
  engine.update(
    charge,
    { amount_refunded: refunded, refunded: refunded === charge.amount },
    "charge.refunded",
  );
  engine.emit("refund.created", booked);
  return booked;
}

function chargeToRefund(engine: Engine, params: Stripe.RefundCreateParams): Stripe.Charge {
  if (params.charge) return engine.require("charge", params.charge, "charge");
  if (!params.payment_intent) {
    throw invalidRequest(
      "One of the following params should be provided for this request: payment_intent or charge.",
      {
        code: "parameter_missing",
      },
    );
  }
  const intent = engine.require("payment_intent", params.payment_intent, "payment_intent");
  const charge = engine.store.objects.find("charge", idOf(intent.latest_charge) ?? "");
  if (charge?.status === "succeeded") return charge;
  if (!charge) {
    throw invalidRequest(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`, {
      param: "payment_intent",
    });
  }
  throw resourceMissing("charge", charge.id, "payment_intent");
}

function checkRefundable(engine: Engine, charge: Stripe.Charge, amount: number): void {
  const { number } = engine.store.objects.hidden<{ number: string }>(charge.payment_method ?? "");
  if (number && DELAYED_REFUND.has(number)) throw notImplemented("refunds that stay pending or fail later");
  if (!charge.captured) {
    throw invalidRequest(
      `Charge ${charge.id} has not been captured. Cancel its PaymentIntent instead of refunding it.`,
    );
  }
  const left = charge.amount - charge.amount_refunded;
  if (left === 0) {
    throw invalidRequest(`Charge ${charge.id} has already been refunded.`, {
      code: "charge_already_refunded",
    });
  }
  if (amount < 1) {
    throw invalidRequest("This value must be greater than or equal to 1.", {
      code: "parameter_invalid_integer",
      param: "amount",
    });
  }
  if (amount > left) {
    throw invalidRequest(`Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`, {
      param: "amount",
    });
  }
}

function bookRefund(engine: Engine, refund: Stripe.Refund): Stripe.BalanceTransaction {
  return engine.create("balance_transaction", {
    amount: -refund.amount,
    available_on: engine.now,
    balance_type: "payments",
    currency: refund.currency,
    description: "REFUND FOR PAYMENT",
    fee: 0,
    fee_details: [],
    net: -refund.amount,
    reporting_category: "refund",
    source: refund.id,
    status: "available",
    type: "refund",
  });
}
