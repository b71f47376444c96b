import { prepareDispute } from "@/lib/disputes";
import type { Converger } from "../types";
import { afterPayment } from "./after-payment";

export const convergeDispute: Converger = async (ctx, stripeDisputeId, events) => {
  const closed = events.findLast(({ type }) => type === "charge.dispute.closed");
  const news = { closedAt: closed?.occurredAt ?? null };
  const { dispute, write } = await prepareDispute(ctx, stripeDisputeId, news);
  return afterPayment(ctx, { ...dispute, write });
};
