import { findUserOfCustomer, forgetCustomer } from "@/lib/customers";
import { lockBilling } from "@/lib/payments";
import { endPlanOf } from "@/lib/subscriptions";
import type { Converger } from "../types";

/** Of a customer we keep only whether Stripe still has them: cards and addresses stay there. */
export const convergeCustomer: Converger = async (ctx, stripeCustomerId) => {
  const userId = await findUserOfCustomer(ctx.db, stripeCustomerId);
  if (!userId) return () => Promise.resolve({ status: "ignored", note: "not our customer" });
  const exists = await ctx.payments.hasCustomer(stripeCustomerId);
  return async (tx) => {
    if (exists) return { status: "processed" };
    await lockBilling(tx, userId);
    const now = ctx.clock.now();
    await forgetCustomer(tx, { userId, stripeCustomerId, now });
    await endPlanOf(tx, userId, now);
    return { status: "processed" };
  };
};
