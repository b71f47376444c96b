import { preparePayment } from "@/lib/checkout";
import type { Converger } from "../types";

/** Records a payment as it stands, failed attempts included, also one of which only its events tell. */
export const convergePayment: Converger = async (ctx, paymentIntentId, events) => {
  const uncharged = events.flatMap((event) => ctx.payments.uncharged(event) ?? []);
  const write = await preparePayment(ctx, paymentIntentId, uncharged);
  return async (tx) =>
    (await write(tx)) ? { status: "processed" } : { status: "ignored", note: "not our payment" };
};
