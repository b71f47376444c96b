import fc from "fast-check";
import { expect, it } from "vitest";

import { niceTicks } from "./nice-ticks";

it.each([
  [2600, [0, 1000, 2000, 3000]],
  [1000, [0, 250, 500, 750, 1000]],
  [7, [0, 2, 4, 6, 8]],
  [0, [0, 1]],
  [Number.NaN, [0, 1]],
])("for values up to %d draws %j", (largest, ticks) => {
  expect(niceTicks(largest)).toEqual(ticks);
});

it("always covers the largest value in two to five lines", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 1e15, noNaN: true }), (largest) => {
      const ticks = niceTicks(largest);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(5);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(largest * (1 - 1e-9));
    }),
  );
});
