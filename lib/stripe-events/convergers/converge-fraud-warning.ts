import { prepareFraudWarning } from "@/lib/disputes";
import type { Converger } from "../types";
import { afterPayment } from "./after-payment";

export const convergeFraudWarning: Converger = async (ctx, stripeWarningId) => {
  const { warning, write } = await prepareFraudWarning(ctx, stripeWarningId);
  return afterPayment(ctx, { ...warning, write });
};
