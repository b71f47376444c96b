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

test.each([
  ["anything, to somebody without a plan", null, offer("basic", "month"), "subscribe"],
  ["what the member has", basic, offer("basic", "month"), "current"],
  [
    "what the member has, at another price",
    { ...basic, stripePriceId: "price_old" },
    offer("basic", "month"),
    "current",
  ],
  ["more", basic, offer("pro", "month"), "upgrade"],
  ["more, by the year", basic, offer("pro", "year"), "upgrade"],
  ["less", pro, offer("basic", "year"), "downgrade"],
  ["less, planned already", { ...pro, next }, offer("basic", "month"), "planned"],
  ["a year of the same", basic, offer("basic", "year"), "yearly"],
  ["months of the same", pro, offer("pro", "month"), "monthly"],
  [
    "more than a plan that the catalogue does not know",
    { ...basic, planKey: null, interval: null },
    offer("pro", "month"),
    "upgrade",
  ],
] as const)("an offer of %s", (_, plan, price, action) => {
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
