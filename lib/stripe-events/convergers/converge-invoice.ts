import { prepareInvoice } from "@/lib/subscriptions";
import type { Converger } from "../types";

export const convergeInvoice: Converger = async (ctx, stripeInvoiceId, events) => {
  const actionRequired = events.some(({ type }) => type === "invoice.payment_action_required");
  const uncharged = events.flatMap((event) => ctx.payments.uncharged(event) ?? []);
  const write = await prepareInvoice(ctx, stripeInvoiceId, { uncharged, actionRequired });
  if (!write) return () => Promise.resolve({ status: "ignored", note: "a draft, which may still change" });
  return async (tx) => {
    await write(tx);
    return { status: "processed" };
  };
};
