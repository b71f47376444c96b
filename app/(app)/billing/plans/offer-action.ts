import type { PlanForSale } from "@/lib/catalog/types";
import type { Plan } from "@/lib/subscriptions/types";

export type OfferAction =
  "subscribe" | "current" | "planned" | "upgrade" | "downgrade" | "yearly" | "monthly";

/** What a price on sale is to somebody with this plan, or with none. */
export function toOfferAction(
  plan: Plan | null,
  offer: Pick<PlanForSale, "planKey" | "interval" | "creditsMilli">,
): OfferAction {
  if (!plan) return "subscribe";
  const { planKey, interval, creditsMilli } = offer;
  if (plan.planKey === planKey && plan.interval === interval) return "current";
  if (plan.next?.planKey === planKey && plan.next.interval === interval) return "planned";
  if (creditsMilli > plan.creditsMilli) return "upgrade";
  if (creditsMilli < plan.creditsMilli) return "downgrade";
  return interval === "year" ? "yearly" : "monthly";
}

/** Why this plan cannot be changed to another one now. */
export type ChangeObstacle = "past_due" | "canceling" | "paused";

export function toObstacle(plan: Plan | null): ChangeObstacle | null {
  if (!plan) return null;
  if (plan.status === "past_due" || plan.status === "unpaid") return "past_due";
  if (plan.cancelsAt) return "canceling";
  return plan.paused || plan.status === "paused" ? "paused" : null;
}
