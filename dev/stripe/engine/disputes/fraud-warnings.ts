import type Stripe from "stripe";
import { type Engine } from "../engine";
import { idOf } from "../field-values";

/** The issuer suspects fraud before anybody disputed. https://docs.stripe.com/disputes/measuring#early-fraud-warnings */
export function warnOfFraud(engine: Engine, charge: Stripe.Charge): Stripe.Radar.EarlyFraudWarning {
  const intent = idOf(charge.payment_intent);
  const warning = engine.create("radar.early_fraud_warning", {
    actionable: true,
    charge: charge.id,
    fraud_type: "misc",
    ...(intent ? { payment_intent: intent } : {}),
  });
  engine.emit("radar.early_fraud_warning.created", warning);
  return warning;
}

/** A warning asks for nothing any more once its charge is disputed or refunded in full. */
export function settleWarnings(engine: Engine, chargeId: string): void {
  const charge = engine.require("charge", chargeId);
  if (!charge.refunded && !charge.disputed) return;
  const { data } = engine.store.objects.list("radar.early_fraud_warning", {
    where: { charge: chargeId },
    limit: 100,
  });
  for (const warning of data)
    engine.update(warning, { actionable: false }, "radar.early_fraud_warning.updated");
}
