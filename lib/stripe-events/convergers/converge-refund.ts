import { prepareRefund } from "@/lib/refunds";
import type { Converger } from "../types";
import { afterPayment } from "./after-payment";

/** Ours or made in Stripe's dashboard: the refund itself says how it stands. */
export const convergeRefund: Converger = async (ctx, stripeRefundId) => {
  const { refund, write } = await prepareRefund(ctx, stripeRefundId);
  return afterPayment(ctx, { ...refund, write });
};
