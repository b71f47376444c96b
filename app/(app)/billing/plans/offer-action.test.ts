import { expect, test } from "vitest";
import { buildNextPlan, buildPlan, periodEnd as at } from "@/tests/factories/plan";
import { toObstacle, toOfferAction } from "./offer-action";

const basic = buildPlan();
const offer = (name: "basic" | "pro", interval: "month" | "year") => ({
  planKey: `plan_${name}`,
  interval,
  creditsMilli: name === "pro" ? 2_500_000n : 1_000_000n,
});
const pro = buildPlan({ planKey: "plan_pro", creditsMilli: 2_500_000n, interval: "year" });
const next = buildNextPlan();

const old = { ...basic, stripePriceId: "price_old" };
const unknown = { ...basic, planKey: null, interval: null };

test.each([
  { offered: "anything, to nobody's plan", plan: null, price: offer("basic", "month"), action: "subscribe" },
  { offered: "what the member has", plan: basic, price: offer("basic", "month"), action: "current" },
  { offered: "the same at another price", plan: old, price: offer("basic", "month"), action: "current" },
  { offered: "more", plan: basic, price: offer("pro", "month"), action: "upgrade" },
  { offered: "more, by the year", plan: basic, price: offer("pro", "year"), action: "upgrade" },
  { offered: "less", plan: pro, price: offer("basic", "year"), action: "downgrade" },
  { offered: "what is planned", plan: { ...pro, next }, price: offer("basic", "month"), action: "planned" },
  { offered: "a year of the same", plan: basic, price: offer("basic", "year"), action: "yearly" },
  { offered: "months of the same", plan: pro, price: offer("pro", "month"), action: "monthly" },
  { offered: "more than what nobody knows", plan: unknown, price: offer("pro", "month"), action: "upgrade" },
])("$offered: $action", ({ plan, price, action }) => {
  expect(toOfferAction(plan, price)).toBe(action);
});

test.each([
  [null, null],
  [basic, null],
  [{ ...basic, status: "trialing" as const }, null],
  [{ ...basic, status: "unpaid" as const, cancelsAt: at }, "past_due"],
  [{ ...basic, cancelsAt: at }, "canceling"],
  [{ ...basic, paused: true }, "paused"],
])("a plan is changed only where that is possible", (plan, obstacle) => {
  expect(toObstacle(plan)).toBe(obstacle);
});
