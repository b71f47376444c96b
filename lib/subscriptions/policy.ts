import type { BillingInterval } from "@/lib/catalog/types";
import type { Actor } from "@/lib/ports/actor";
import type { GatewaySubscription } from "@/lib/ports/subscription-gateway";
import { MemberRequired, PlanChangeRefused } from "./errors";
import { liveStatuses, type SubscriptionStatus } from "./types";

/** @throws MemberRequired */
export function memberOf(actor: Actor): string {
  if (actor.kind !== "user") throw new MemberRequired();
  return actor.userId;
}

export function isLive(status: SubscriptionStatus): boolean {
  return (liveStatuses as readonly SubscriptionStatus[]).includes(status);
}

/**
 * Which of a customer's subscriptions are surplus, of those that live: the one that is known as the member's plan stays,
 * else the one that began first. Once surplus is always surplus.
 */
export function findSurplus(
  subscriptions: readonly Pick<GatewaySubscription, "stripeSubscriptionId" | "status" | "startedAt">[],
  known: { planId: string | null; surplusIds: ReadonlySet<string> },
): Set<string> {
  const live = subscriptions
    .filter(({ status, stripeSubscriptionId: id }) => isLive(status) && !known.surplusIds.has(id))
    .sort(
      (a, b) =>
        a.startedAt.getTime() - b.startedAt.getTime() ||
        (a.stripeSubscriptionId < b.stripeSubscriptionId ? -1 : 1),
    );
  const keeper = live.find(({ stripeSubscriptionId: id }) => id === known.planId) ?? live[0];
  const others = live.filter((one) => one !== keeper).map(({ stripeSubscriptionId: id }) => id);
  return new Set([...known.surplusIds, ...others]);
}

/** @throws PlanChangeRefused */
export function assertChangeable(
  plan: { status: SubscriptionStatus; stripePriceId: string; cancelsAt: Date | null; paused: boolean },
  offer: { stripePriceId: string },
): void {
  if (plan.stripePriceId === offer.stripePriceId) throw new PlanChangeRefused("same_plan");
  if (plan.status === "past_due" || plan.status === "unpaid") throw new PlanChangeRefused("past_due");
  if (plan.cancelsAt) throw new PlanChangeRefused("canceling");
  if (plan.paused || plan.status === "paused") throw new PlanChangeRefused("paused");
}

interface Offer {
  creditsMilli: bigint;
  interval: BillingInterval | null;
}

/** More credits a month without a shorter period, or the same for a longer one: billed at once. All else waits for the period's end. */
export function isUpgrade(from: Offer, to: Offer): boolean {
  const longer = from.interval === "month" && to.interval === "year";
  const shorter = from.interval === "year" && to.interval === "month";
  return (
    !shorter && (to.creditsMilli > from.creditsMilli || (to.creditsMilli === from.creditsMilli && longer))
  );
}
