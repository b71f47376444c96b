import type { ToldSubscription } from "@/lib/ports/subscription-gateway";
import { prepareSubscriptions } from "@/lib/subscriptions";
import type { Converger } from "../types";

const began = "customer.subscription.created";

type Told = ToldSubscription & { type: string };

/** Stripe writes whole seconds: of one second, the beginning comes first. */
const byTime = (a: Told, b: Told) =>
  a.occurredAt.getTime() - b.occurredAt.getTime() || Number(b.type === began) - Number(a.type === began);

export const convergeSubscriptions: Converger = async (ctx, stripeCustomerId, events) => {
  const times = events.map(({ occurredAt }) => occurredAt.getTime());
  const at = times.length > 0 ? new Date(Math.max(...times)) : ctx.clock.now();
  const trialEnding = events.some(({ type }) => type === "customer.subscription.trial_will_end");
  const told = events.flatMap((event): Told[] => {
    const shown = ctx.payments.readSubscription(event);
    return shown ? [{ ...shown, type: event.type }] : [];
  });
  const write = await prepareSubscriptions(ctx, stripeCustomerId, {
    ...{ at, trialEnding },
    told: told.sort(byTime),
  });
  return async (tx) => {
    await write(tx);
    return { status: "processed" };
  };
};
