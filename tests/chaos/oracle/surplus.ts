import type Stripe from "stripe";
import { idOf, type Facts } from "./facts";

const never = new Set(["incomplete", "incomplete_expired"]);

const livesFrom = ({ start_date }: Stripe.Subscription): number => start_date;
const livesUntil = ({ ended_at }: Stripe.Subscription): number => ended_at ?? Infinity;

/** Whether another of the same customer's was there before it and lived when it began. */
export function mayBeSurplus(facts: Facts, subscription: Stripe.Subscription): boolean {
  return facts.subscriptions.some(
    (other) =>
      other.id !== subscription.id &&
      idOf(other.customer) === idOf(subscription.customer) &&
      !never.has(other.status) &&
      livesFrom(other) <= livesFrom(subscription) &&
      livesUntil(other) > livesFrom(subscription),
  );
}

/** What every run must end with: at most one plan each. */
export function livingTwice(facts: Facts): string[] {
  const living = facts.subscriptions.filter(
    ({ status, ended_at }) => ended_at === null && !never.has(status) && status !== "canceled",
  );
  return living
    .filter((one) =>
      living.some((other) => other.id !== one.id && idOf(other.customer) === idOf(one.customer)),
    )
    .map(({ id, customer }) => `${idOf(customer) ?? "?"} pays for ${id} and another plan`);
}
