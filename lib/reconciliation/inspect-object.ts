import type { AppContext } from "@/lib/context";
import { requireOperator } from "./policy";
import { reconcilers } from "./reconcilers";
import type { Difference, ReconciledObject } from "./types";

type Context = Pick<AppContext, "db" | "payments" | "actor">;

export interface Inspected {
  /** As Stripe has it; null where Stripe does not know it. */
  there: unknown;
  stripeCustomerId: string | null;
  differences: Difference[];
}

/**
 * Reads one object from Stripe and compares it with our row of it, as a run does. Changes nothing.
 * @throws ReconciliationForbidden, PaymentGatewayError
 */
export async function inspectObject(
  ctx: Context,
  { object, id }: { object: ReconciledObject; id: string },
): Promise<Inspected> {
  requireOperator(ctx.actor);
  const examined = await reconcilers[object].examine(ctx, id);
  const { there, stripeCustomerId } = examined;
  return { there, stripeCustomerId, differences: await examined.differences(ctx.db) };
}
