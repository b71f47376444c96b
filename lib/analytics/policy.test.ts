import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { churnRate, lifetimeValue, meanOf, shareOf, toMonthly } from "./policy";

describe("recurring revenue in twelfths", () => {
  it("is exact for monthly prices, and for as many yearly ones as divide", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), (minor) => {
        expect(toMonthly(minor * 12n)).toBe(minor);
        expect(toMonthly(-minor * 12n)).toBe(-minor);
      }),
    );
  });

  it.each([
    [5n, 0n],
    [6n, 1n],
    [7n, 1n],
    [-5n, 0n],
    [-6n, -1n],
    [29_000n, 2_417n],
  ])("of %s is %s: rounded half away from zero", (twelfth, monthly) => {
    expect(toMonthly(twelfth)).toBe(monthly);
  });
});

describe("rates", () => {
  it("bring churn to a month in proportion", () => {
    expect(churnRate({ lost: 3, atStart: 60, days: 365.25 })).toBeCloseTo(0.05 / 12);
    expect(churnRate({ lost: 3, atStart: 60, days: 30.4375 })).toBeCloseTo(0.05);
  });

  it("are unknown where there is nothing to divide by", () => {
    expect(churnRate({ lost: 0, atStart: 0, days: 30 })).toBeNull();
    expect(meanOf(0n, 0)).toBeNull();
    expect(shareOf(0, 0)).toBeNull();
    expect(lifetimeValue(null, 0.1)).toBeNull();
    expect(lifetimeValue(1_000n, 0)).toBeNull();
    expect(lifetimeValue(1_000n, null)).toBeNull();
  });

  it("round a mean half up, and a lifetime to whole minor units", () => {
    expect(meanOf(5n, 2)).toBe(3n);
    expect(meanOf(4n, 3)).toBe(1n);
    expect(lifetimeValue(2_000n, 0.03)).toBe(66_667n);
  });
});
