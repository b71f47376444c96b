import { expect, test } from "vitest";
import { lowLimitSchema } from "./schema";

const good: readonly (readonly [string, bigint | null])[] = [
  ["", null],
  [" 50 ", 50_000n],
  ["12.5", 12_500n],
  ["1000000", 1_000_000_000n],
];

test.each(good)("%j is a limit", (typed, milli) => {
  expect(lowLimitSchema.parse({ credits: typed }).credits).toBe(milli);
});

test.each(["0", "0.999", "-5", "1000000.001", "1,000", "1.2345", "1e3", "٣", "x".repeat(101)])(
  "%j is none",
  (typed) => {
    expect(lowLimitSchema.safeParse({ credits: typed }).success).toBe(false);
  },
);
