import { preparePayment } from "@/lib/checkout";
import type { EventHandler } from "../types";

/** Records a payment as it stands, failed attempts included. */
export const convergePayment: EventHandler = async (ctx, event) => {
  if (!event.objectId) return () => Promise.resolve({ status: "ignored", note: "names no payment" });
  const converge = await preparePayment(ctx, event.objectId, ctx.payments.uncharged(event));
  return async (tx) =>
    (await converge(tx)) ? { status: "processed" } : { status: "ignored", note: "not our payment" };
};
