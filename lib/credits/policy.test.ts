import { expect, test } from "vitest";
import { defaultPriority } from "./policy";
import { creditKinds } from "./types";

test("subscription credits are spent before every other kind, which are alike", () => {
  const others = creditKinds.filter((kind) => kind !== "subscription").map(defaultPriority);
  expect(new Set(others).size).toBe(1);
  expect(defaultPriority("subscription")).toBeLessThan(others[0] ?? 0);
});
