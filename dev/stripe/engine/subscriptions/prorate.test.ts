import { describe, expect, it } from "vitest";
import { prorate } from "./prorate";

const DAY = 24 * 60 * 60;

describe("prorate", () => {
  it.each([
    [1000, 15 * DAY, 30 * DAY, 500],
    [1000, 0, 30 * DAY, 0],
    [1000, 30 * DAY, 30 * DAY, 1000],
    [999, 1, 2, 500],
    [1000, 1, 3, 333],
    [2000, 2, 3, 1333],
    [99_999_999, 2_678_399, 2_678_400, 99_999_962],
  ])("%d for %d of %d seconds is %d", (...[amount, part, whole, expected]) => {
    expect(prorate(amount, part, whole)).toBe(expected);
  });

  it("gives nothing of no time", () => {
    expect(prorate(1000, 0, 0)).toBe(0);
  });
});
