import type Stripe from "stripe";
import { type Engine } from "../engine";

/** These leave the money with the shop. */
const WITHOUT_CONSEQUENCE = new Set(["won", "warning_closed", "prevented"]);

/**
 * What a charge took and neither gave back nor lost, nor may lose, to disputes other than `except`. What a partial
 * capture released counts as refunded on the charge, and was never taken.
 */
export function disputableAmount(engine: Engine, charge: Stripe.Charge, except?: string): number {
  if (!charge.captured || charge.status !== "succeeded") return 0;
  const { data } = engine.store.objects.list("dispute", { where: { charge: charge.id }, limit: 1000 });
  const disputed = data
    .filter(({ id, status }) => id !== except && !WITHOUT_CONSEQUENCE.has(status))
    .reduce((sum, { amount }) => sum + amount, 0);
  return Math.max(0, charge.amount - charge.amount_refunded - disputed);
}
