import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import type { GatewayFraudWarning } from "@/lib/ports/dispute-gateway";
import { findReturnedPayment, PaymentNotFound } from "@/lib/refunds";
import { saveFraudWarning } from "./repository";
import type { DisputeContext } from "./context";
import { tellOfFraudWarning } from "./tell-admins";

/** Reads a bank's warning from Stripe and returns what to write: kept once, and the admins are told once. */
export async function prepareFraudWarning(
  ctx: DisputeContext & Pick<AppContext, "payments">,
  stripeWarningId: string,
): Promise<{ warning: GatewayFraudWarning; write: (tx: Db) => Promise<void> }> {
  const warning = await ctx.payments.getFraudWarning(stripeWarningId);
  const write = async (tx: Db) => {
    const payment = await findReturnedPayment(tx, warning);
    if (!payment) throw new PaymentNotFound({ stripeWarningId });
    const isNew = await saveFraudWarning(tx, payment.id, warning);
    if (isNew) await tellOfFraudWarning(ctx, tx, { warning, payment });
  };
  return { warning, write };
}
