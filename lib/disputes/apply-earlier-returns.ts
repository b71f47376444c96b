import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { applyEarlierRefunds, getReturnedPayment } from "@/lib/refunds";
import { applyEffect } from "./apply-effect";
import { listDisputesOf } from "./repository";

/**
 * For whoever grants a payment's credits, in the same transaction and after `savePaymentLots`: what was refunded or
 * disputed before the credits came is applied to them now. Usually there is nothing.
 */
export async function applyEarlierReturns(
  ctx: Pick<AppContext, "clock">,
  tx: Db,
  paymentId: string,
): Promise<void> {
  const payment = await getReturnedPayment(tx, paymentId);
  await applyEarlierRefunds(ctx, tx, payment);
  for (const dispute of await listDisputesOf(tx, paymentId)) {
    await applyEffect(ctx, tx, { dispute, payment });
  }
}
