import { findUserOfCustomer, forgetCustomer } from "@/lib/customers";
import { lockBilling } from "@/lib/payments";
import { prepareEndWithCustomer } from "@/lib/subscriptions";
import type { Converger, Write } from "../types";

const unchanged: Write = () => Promise.resolve({ status: "processed" });

/** Of a customer we keep only whether Stripe still has them: cards and addresses stay there. */
export const convergeCustomer: Converger = async (ctx, stripeCustomerId) => {
  const userId = await findUserOfCustomer(ctx.db, stripeCustomerId);
  if (!userId) return () => Promise.resolve({ status: "ignored", note: "not our customer" });
  if (await ctx.payments.hasCustomer(stripeCustomerId)) return unchanged;
  const endPlan = await prepareEndWithCustomer(ctx, { userId, stripeCustomerId });
  return async (tx) => {
    await lockBilling(tx, userId);
    await forgetCustomer(tx, { userId, stripeCustomerId, now: ctx.clock.now() });
    await endPlan(tx);
    return { status: "processed" };
  };
};
