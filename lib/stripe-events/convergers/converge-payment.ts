import { settleTopUp } from "@/lib/auto-top-up";
import { preparePayment } from "@/lib/checkout";
import { prepareInvoice } from "@/lib/subscriptions";
import type { Converger, Write } from "../types";

const foreign: Write = () => Promise.resolve({ status: "ignored", note: "not our payment" });

/**
 * Records a payment as it stands, failed attempts included, also one of which only its events tell. A checkout's goes
 * with its purchase, an invoice's with its invoice.
 */
export const convergePayment: Converger = async (ctx, paymentIntentId, events) => {
  const uncharged = events.flatMap((event) => ctx.payments.uncharged(event) ?? []);
  const purchase = await preparePayment(ctx, paymentIntentId, uncharged);
  const write = purchase ?? (await prepareInvoiceOf(ctx, paymentIntentId, uncharged));
  if (!write) return foreign;
  return async (tx) => {
    await write(tx);
    if (purchase) await settleTopUp(ctx, tx, paymentIntentId);
    return { status: "processed" };
  };
};

async function prepareInvoiceOf(
  ctx: Parameters<Converger>[0],
  paymentIntentId: string,
  uncharged: Parameters<typeof preparePayment>[2] & object,
) {
  const stripeInvoiceId = await ctx.payments.findInvoiceOfPayment(paymentIntentId);
  return stripeInvoiceId && prepareInvoice(ctx, stripeInvoiceId, { uncharged, actionRequired: false });
}
