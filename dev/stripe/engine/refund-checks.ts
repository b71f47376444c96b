import type Stripe from "stripe";
import { invalidRequest, resourceMissing } from "../server/stripe-error";
import { type Engine } from "./engine";
import { idOf } from "./field-values";

/** The charge that a refund names, by itself or by its payment intent. */
export function chargeToRefund(engine: Engine, params: Stripe.RefundCreateParams): Stripe.Charge {
  if (params.charge) return engine.require("charge", params.charge, "charge");
  if (!params.payment_intent) {
    throw invalidRequest(
      "One of the following params should be provided for this request: payment_intent or charge.",
      { code: "parameter_missing" },
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

/** Refuses what Stripe refuses: https://docs.stripe.com/error-codes */
export function checkRefundable(engine: Engine, charge: Stripe.Charge, amount: number): void {
  if (charge.status !== "succeeded") {
    throw invalidRequest(`Charge ${charge.id} did not succeed, so there is nothing to refund.`, {
      param: "charge",
    });
  }
  if (!charge.captured) {
    throw invalidRequest(
      `Charge ${charge.id} has not been captured. Cancel its PaymentIntent instead of refunding it.`,
    );
  }
  if (isChargedBack(engine, charge)) {
    throw invalidRequest(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: "charge_disputed",
    });
  }
  checkRefundAmount(charge, amount);
}

function checkRefundAmount(charge: Stripe.Charge, amount: number): void {
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

/** An inquiry leaves the money where it is and may be answered with a refund; a chargeback has taken it already. */
function isChargedBack(engine: Engine, charge: Stripe.Charge): boolean {
  const { data } = engine.store.objects.list("dispute", { where: { charge: charge.id }, limit: 100 });
  return data.some(({ is_charge_refundable, status }) => !is_charge_refundable && status !== "won");
}
