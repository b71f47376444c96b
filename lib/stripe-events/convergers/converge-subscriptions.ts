import { prepareSubscriptions } from "@/lib/subscriptions";
import type { Converger } from "../types";

export const convergeSubscriptions: Converger = async (ctx, stripeCustomerId, events) => {
  const newsAt = events.reduce((latest, { occurredAt }) => Math.max(latest, occurredAt.getTime()), 0);
  const trialEnding = events.some(({ type }) => type === "customer.subscription.trial_will_end");
  const write = await prepareSubscriptions(ctx, stripeCustomerId, { at: new Date(newsAt), trialEnding });
  return async (tx) => {
    await write(tx);
    return { status: "processed" };
  };
};
