import { prepareSubscriptions } from "@/lib/subscriptions";
import type { Converger } from "../types";

export const convergeSubscriptions: Converger = async (ctx, stripeCustomerId, events) => {
  const times = events.map(({ occurredAt }) => occurredAt.getTime());
  const at = times.length > 0 ? new Date(Math.max(...times)) : ctx.clock.now();
  const trialEnding = events.some(({ type }) => type === "customer.subscription.trial_will_end");
  const write = await prepareSubscriptions(ctx, stripeCustomerId, { at, trialEnding });
  return async (tx) => {
    await write(tx);
    return { status: "processed" };
  };
};
