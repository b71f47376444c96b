import type { BillingInterval } from "@/lib/catalog/types";
import type { Actor } from "@/lib/ports/actor";
import type { GatewaySubscription } from "@/lib/ports/subscription-gateway";
import { MemberRequired, PlanChangeRefused, PlanForbidden } from "./errors";
import { liveStatuses, type SubscriptionStatus } from "./types";

/** @throws MemberRequired */
export function memberOf(actor: Actor): string {
  if (actor.kind !== "user") throw new MemberRequired();
  return actor.userId;
}

/**
 * Whose plan is acted on: one's own, or the one that an admin names, which is never their own.
 * @throws MemberRequired, PlanForbidden
 */
export function subjectOf(actor: Actor, userId: string | undefined): string {
  if (userId === undefined) return memberOf(actor);
  // PostgreSQL knows a UUID in any case: nobody names themselves in capitals.
  const whose = userId.toLowerCase();
  if (actor.kind !== "user" || actor.role !== "admin" || actor.userId === whose) throw new PlanForbidden();
  return whose;
}

/** The same for a change of plan, of which only an admin chooses when. @throws MemberRequired, PlanForbidden */
export function subjectOfChange(
  actor: Actor,
  { userId, when }: { userId?: string | undefined; when?: string | undefined },
): string {
  if (when !== undefined && userId === undefined) throw new PlanForbidden();
  return subjectOf(actor, userId);
}

export function isLive(status: SubscriptionStatus): boolean {
  return (liveStatuses as readonly SubscriptionStatus[]).includes(status);
}

/**
 * Which of a customer's subscriptions are surplus, of those that live: the one that is known as the member's plan stays,
 * else the one that began first. All are, where the plan is another customer's of the same member. Once surplus is
 * always surplus.
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
  const isPlan = ({ stripeSubscriptionId: id }: { stripeSubscriptionId: string }) => id === known.planId;
  const elsewhere = known.planId !== null && !subscriptions.some(isPlan);
  const keeper = elsewhere ? undefined : (live.find(isPlan) ?? live[0]);
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

/**
 * When a change happens: by its kind, unless an admin says otherwise. A shorter period never begins at once: the credits
 * of the months that are paid would stay though their money went back.
 * @throws PlanChangeRefused
 */
export function changesNow(from: Offer, to: Offer, asked: "now" | "period_end" | undefined): boolean {
  if (asked === "now" && from.interval === "year" && to.interval === "month")
    throw new PlanChangeRefused("needs_period_end");
  return asked ? asked === "now" : isUpgrade(from, to);
}

interface PlanState<Next> {
  status: SubscriptionStatus;
  stripePriceId: string;
  trialEndsAt: Date | null;
  cancelsAt: Date | null;
  endedAt: Date | null;
  next: Next | null;
}

/** What became of a plan besides its invoices. */
export type PlanEvent<Next> =
  | { event: "ended"; endedAt: Date }
  | { event: "canceled"; endsAt: Date }
  | { event: "resumed" }
  | { event: "change_planned"; next: Next }
  | { event: "change_undone"; dropped: Next }
  | { event: "trial_extended"; trialEndsAt: Date };

type Planned = { planName: string; startsAt: Date };

const isSamePlan = (a: Planned, b: Planned) =>
  a.planName === b.planName && a.startsAt.getTime() === b.startsAt.getTime();

function isTrialLonger<Next>(
  before: PlanState<Next>,
  after: PlanState<Next>,
): after is PlanState<Next> & { trialEndsAt: Date } {
  if (before.status !== "trialing" || after.status !== "trialing") return false;
  return before.trialEndsAt !== null && after.trialEndsAt !== null && before.trialEndsAt < after.trialEndsAt;
}

/** What is different of a plan that a member should hear of; null for all that an invoice tells. */
export function whatChanged<Next extends Planned>(
  before: PlanState<Next>,
  after: PlanState<Next>,
): PlanEvent<Next> | null {
  const { endedAt, cancelsAt, next } = after;
  if (!isLive(after.status)) return isLive(before.status) && endedAt ? { event: "ended", endedAt } : null;
  if (before.cancelsAt?.getTime() !== cancelsAt?.getTime())
    return cancelsAt ? { event: "canceled", endsAt: cancelsAt } : { event: "resumed" };
  if (isTrialLonger(before, after)) return { event: "trial_extended", trialEndsAt: after.trialEndsAt };
  if (before.stripePriceId !== after.stripePriceId) return null;
  const dropped = before.next;
  if (!next) return dropped && { event: "change_undone", dropped };
  return dropped && isSamePlan(dropped, next) ? null : { event: "change_planned", next };
}
