import type { Plan } from "@/lib/subscriptions/types";

export const periodEnd = new Date("2026-12-22T00:00:00Z");

/** Basic, monthly, paid until `periodEnd`. */
export function buildPlan(overrides: Partial<Plan> = {}): Plan {
  const startedAt = new Date("2026-11-22T00:00:00Z");
  return {
    id: "0199a000-0000-7000-8000-000000000001",
    stripeSubscriptionId: "sub_1",
    stripePriceId: "price_1",
    planKey: "plan_basic",
    planName: "Basic",
    interval: "month",
    creditsMilli: 1_000_000n,
    amountMinor: 5_000n,
    currency: "usd",
    status: "active",
    startedAt,
    periodStartsAt: startedAt,
    periodEndsAt: periodEnd,
    trialEndsAt: null,
    cancelsAt: null,
    endedAt: null,
    paused: false,
    resumesAt: null,
    next: null,
    ...overrides,
  };
}

/** What a plan becomes at `periodEnd`. */
export function buildNextPlan(overrides: Partial<NonNullable<Plan["next"]>> = {}): NonNullable<Plan["next"]> {
  return {
    planKey: "plan_basic",
    planName: "Basic",
    interval: "month",
    creditsMilli: 1_000_000n,
    amountMinor: 5_000n,
    currency: "usd",
    startsAt: periodEnd,
    ...overrides,
  };
}
