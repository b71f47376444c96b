import { expect, test } from "vitest";
import { lowLimitSchema } from "./schema";

test.each([
  ["", null],
  [" 50 ", 50_000n],
  ["12.5", 12_500n],
  ["1000000", 1_000_000_000n],
  ...["0", "0.999", "-5", "1000000.001", "1,000", "1.2345", "1e3", "٣", "x".repeat(101)].map(
    (typed) => [typed, undefined] as const,
  ),
])("the limit %j is %s", (typed, milli) => {
  expect(lowLimitSchema.safeParse({ credits: typed }).data?.credits).toBe(milli);
});
