import { prepareDispute } from "@/lib/disputes";
import type { Converger } from "../types";
import { afterPayment } from "./after-payment";

export const convergeDispute: Converger = async (ctx, stripeDisputeId) => {
  const { dispute, write } = await prepareDispute(ctx, stripeDisputeId);
  return afterPayment(ctx, { ...dispute, write });
};
