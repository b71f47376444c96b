import fc from "fast-check";
import { expect, it } from "vitest";
import { axisTicks } from "./axis-ticks";

it.each([
  [-120, 960, [-500, 0, 500, 1000]],
  [0, 2600, [0, 1000, 2000, 3000]],
  [0, 0, [0, 1]],
  [-7, 0, [-8, -6, -4, -2, 0]],
  [Infinity, -Infinity, [0, 1]],
])("for %d to %d draws %j", (smallest, largest, ticks) => {
  expect(axisTicks(smallest, largest)).toEqual(ticks);
});

it("counts of things get whole lines", () => {
  expect(axisTicks(0, 2, true)).toEqual([0, 1, 2]);
});

it("always covers both ends and zero in two to six lines, evenly apart", () => {
  const value = fc
    .double({ min: -1e12, max: 1e12, noNaN: true })
    .filter((x) => x === 0 || Math.abs(x) > 1e-3);
  fc.assert(
    fc.property(value, value, fc.boolean(), (a, b, whole) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const ticks = axisTicks(low, high, whole);
      const slack = Math.max(Math.abs(low), Math.abs(high)) * 1e-9;
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(ticks[0]!).toBeLessThanOrEqual(Math.min(0, low) + slack);
      expect(ticks.at(-1)!).toBeGreaterThanOrEqual(Math.max(0, high) - slack);
      expect(ticks.some((tick) => tick === 0)).toBe(true);
    }),
  );
});
