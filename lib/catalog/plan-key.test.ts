import { expect, test } from "vitest";
import { plans } from "./catalog";
import { findPlan, planKeyOf, productIdOf } from "./plan-key";

test("a plan goes by the catalogue's key, one made by hand in Stripe by its product's id", () => {
  for (const plan of plans) {
    expect(planKeyOf(productIdOf(plan.key))).toBe(plan.key);
    expect(findPlan(plan.key)).toBe(plan);
  }
  expect(planKeyOf("prod_123")).toBe("prod_123");
  expect(findPlan("prod_123")).toBeNull();
});
