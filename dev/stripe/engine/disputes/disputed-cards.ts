import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { scheduleSoon } from "../schedule-soon";
import { disputableAmount } from "./disputable-amount";
import { warnOfFraud } from "./fraud-warnings";
import { type DisputeKind, openDispute } from "./open-dispute";

export const CHARGE_IS_DISPUTED = "charge_is_disputed";

/** What the owners of these cards do right after they were charged. https://docs.stripe.com/testing#disputes */
const DISPUTES: Record<string, DisputeKind[]> = {
  "4000000000000259": [{ reason: "fraudulent", caseType: "chargeback" }],
  "4000000000002685": [{ reason: "product_not_received", caseType: "chargeback" }],
  "4000000000001976": [{ reason: "fraudulent", caseType: "inquiry" }],
  "4000000404000079": [
    { reason: "fraudulent", caseType: "chargeback" },
    { reason: "product_not_received", caseType: "chargeback" },
  ],
};
const WARNS_OF_FRAUD = "4000000000005423";

/** Called once the money of a charge was taken. */
export function expectDispute(engine: Engine, chargeId: string): void {
  const number = numberOf(engine, chargeId);
  if (number in DISPUTES || number === WARNS_OF_FRAUD) scheduleSoon(engine, CHARGE_IS_DISPUTED, chargeId);
}

export function disputeChargeWhenDue(engine: Engine, chargeId: string): void {
  const number = numberOf(engine, chargeId);
  if (number === WARNS_OF_FRAUD) warnOfFraud(engine, engine.require("charge", chargeId));
  const kinds = DISPUTES[number] ?? [];
  for (const [at, kind] of kinds.entries()) {
    const charge = engine.require("charge", chargeId);
    const amount = Math.ceil(disputableAmount(engine, charge) / (kinds.length - at));
    if (amount > 0) openDispute(engine, charge, { ...kind, amount });
  }
}

function numberOf(engine: Engine, chargeId: string): string {
  const charge = engine.store.objects.find("charge", chargeId);
  return engine.store.objects.hidden<{ number: string }>(idOf(charge?.payment_method) ?? "").number ?? "";
}
