import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forecastSplit, isQuote, maxQuoteMilli, pricePerStarted, toCharge, toRunStatus } from "./policy";

describe("the price of started units", () => {
  test.each([
    [0, 0n],
    [1, 1000n],
    [999, 1000n],
    [1000, 1000n],
    [1001, 2000n],
    [200_000, 200_000n],
  ])("%i characters", (amount, expected) => {
    expect(pricePerStarted(amount, 1000, 1000n)).toBe(expected);
  });

  test("never falls as the amount grows, and never rises by more than one unit at a time", () => {
    fc.assert(
      fc.property(
        fc.nat(1e9),
        fc.integer({ min: 1, max: 1e6 }),
        fc.bigInt(0n, 10n ** 6n),
        (amount, unit, price) => {
          const here = pricePerStarted(amount, unit, price);
          const next = pricePerStarted(amount + 1, unit, price);
          expect(here >= 0n && (next === here || next === here + price)).toBe(true);
        },
      ),
    );
  });

  test.each([Number.NaN, -1, Infinity])("%s is no amount", (amount) => {
    expect(() => pricePerStarted(amount, 1000, 1n)).toThrow(RangeError);
  });
});

test.each([
  [0n, true],
  [maxQuoteMilli, true],
  [maxQuoteMilli + 1n, false],
  [-1n, false],
  [5, false],
  [Number.NaN, false],
  ["5", false],
  [undefined, false],
  [null, false],
])("%s is a quote: %s", (value, expected) => {
  expect(isQuote(value)).toBe(expected);
});

describe("what is charged", () => {
  test.each([
    [5000n, undefined, 5000n],
    [5000n, 1n, 1n],
    [5000n, 0n, 0n],
    [5000n, 5001n, 5000n],
    [5000n, -1n, null],
    [5000n, Number.NaN, null],
    [5000n, 3, null],
  ])("of a quote of %s and an actual cost of %s is %s", (quote, actual, expected) => {
    expect(toCharge(quote, actual)).toBe(expected);
  });

  test("is never above the quote and never below nothing", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, maxQuoteMilli), fc.bigInt(), (quote, actual) => {
        const charge = toCharge(quote, actual);
        expect(charge === null ? actual < 0n : charge >= 0n && charge <= quote).toBe(true);
      }),
    );
  });
});

test("a forecast is whole, takes subscription credits first, and exists only when there is enough", () => {
  const milli = fc.bigInt(0n, 10n ** 9n);
  fc.assert(
    fc.property(milli, milli, milli, (subscriptionMilli, paygMilli, amount) => {
      const totalMilli = subscriptionMilli + paygMilli;
      const split = forecastSplit({ totalMilli, subscriptionMilli, paygMilli }, amount);
      if (amount > totalMilli) {
        expect(split).toBeNull();
        return;
      }
      expect(split && split.subscriptionMilli + split.paygMilli).toBe(amount);
      expect(split && split.paygMilli > 0n && split.subscriptionMilli < subscriptionMilli).toBe(false);
      expect(split && split.paygMilli <= paygMilli).toBe(true);
    }),
  );
});

test.each([
  ["running", 1, "running"],
  ["running", 0, "abandoned"],
  ["running", -1, "abandoned"],
  ["succeeded", -1, "succeeded"],
  ["failed", -1, "failed"],
] as const)("a run stored as %s whose hold ends in %i ms is %s", (stored, milliseconds, expected) => {
  const now = new Date("2026-03-01T00:00:00Z");
  expect(toRunStatus(stored, new Date(now.getTime() + milliseconds), now)).toBe(expected);
});
