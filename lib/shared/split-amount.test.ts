import fc from "fast-check";
import { expect, test } from "vitest";
import { splitAmount } from "./split-amount";

test("the parts add up to exactly the amount and are at most one away from their share", () => {
  const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), weights, (amount, parts) => {
      const split = splitAmount(amount, parts);
      const total = parts.reduce((sum, part) => sum + part, 0n);
      expect(split.reduce((sum, part) => sum + part, 0n)).toBe(amount);
      if (total === 0n) return;
      split.forEach((part, index) => {
        const share = (amount * parts[index]!) / total;
        expect(part === share || part === share + 1n).toBe(true);
      });
    }),
  );
});

test("without any weight all of it is the first part's", () => {
  expect(splitAmount(1_000n, [0n, 0n, 0n])).toEqual([1_000n, 0n, 0n]);
  expect(splitAmount(1_000n, [])).toEqual([]);
});

test("of equal fractions the first gets what is left", () => {
  expect(splitAmount(101n, [1n, 1n])).toEqual([51n, 50n]);
  expect(splitAmount(5n, [1n, 1n, 1n])).toEqual([2n, 2n, 1n]);
});
