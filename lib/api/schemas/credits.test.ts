import fc from "fast-check";
import { expect, test } from "vitest";
import { credits, fromCredits, maxCredits, toCredits } from "./credits";

test.each([
  [0n, "0"],
  [1n, "0.001"],
  [1_500n, "1.5"],
  [-2_000n, "-2"],
  [-10n, "-0.01"],
  [2n ** 53n + 1n, "9007199254740.993"],
])("%s milli-credits are %j", (milli, text) => {
  expect(toCredits(milli)).toBe(text);
});

test("every amount has one text, which the document allows and which reads back to it", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 999_999_999_999_999n }), (milli) => {
      const text = toCredits(milli);
      expect(credits.safeParse(text).success).toBe(true);
      expect(credits.safeParse(toCredits(-milli)).success).toBe(true);
      expect(maxCredits.safeParse(text).success).toBe(true);
      expect(fromCredits(text)).toBe(milli);
    }),
  );
});

test.each(["1.50", "01", ".5", "1.", "1e3", "1,5", "+1", "", "1.2345", "NaN"])("%j is no amount", (text) => {
  expect(credits.safeParse(text).success).toBe(false);
});

test("a limit may end in zeros", () => {
  expect(fromCredits(maxCredits.parse("1.500"))).toBe(1_500n);
  expect(maxCredits.safeParse("-1").success).toBe(false);
});
