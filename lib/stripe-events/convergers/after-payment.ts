import { isPaymentKnown } from "@/lib/refunds";
import type { EventContext, Write } from "../types";
import { convergePayment } from "./converge-payment";

/** What happened to a payment afterwards. */
interface Aftermath {
  paymentIntentId: string | null;
  stripeChargeId: string | null;
  write: (tx: Parameters<Write>[0]) => Promise<void>;
}

/**
 * Refunds, disputes and warnings may be heard of before the payment itself: then that is read first, with the credits
 * that it brings. When it is not ours, neither are they.
 */
export async function afterPayment(ctx: EventContext, aftermath: Aftermath): Promise<Write> {
  const known = await isPaymentKnown(ctx.db, aftermath);
  const { paymentIntentId } = aftermath;
  const payment = !known && paymentIntentId ? await convergePayment(ctx, paymentIntentId, []) : null;
  return async (tx) => {
    const outcome = await payment?.(tx);
    if (outcome?.status === "ignored") return outcome;
    await aftermath.write(tx);
    return { status: "processed" };
  };
}
