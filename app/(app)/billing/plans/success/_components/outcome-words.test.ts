import { expect, test } from "vitest";
import { toOutcomeWords } from "./outcome-words";

test("only a payment that certainly did not happen is called not charged", () => {
  for (const status of ["failed", "expired"] as const) {
    expect(toOutcomeWords({ status }, false).text).toContain("You were not charged");
  }
  for (const status of ["completed", "processing"] as const) {
    expect(toOutcomeWords({ status }, true).text).not.toContain("not charged");
  }
});

test("a plan that the member does not have is not called begun", () => {
  expect(toOutcomeWords({ status: "completed" }, false).title).toContain("not your plan");
  expect(toOutcomeWords({ status: "completed" }, true).tone).toBe("positive");
});
