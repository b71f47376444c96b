import { describe, expect, test } from "vitest";
import { catalog, packs, plans } from "./catalog";
import { creditsOf, pricePerCreditMinor, pricesOf, savingPercent, yearlySavingPercent } from "./policy";

describe("the catalogue", () => {
  test("names every item and every price once", () => {
    const keys = catalog.map((item) => item.key);
    const lookupKeys = catalog.flatMap((item) => pricesOf(item).map(({ price }) => price.lookupKey));
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(lookupKeys).size).toBe(lookupKeys.length);
  });

  test("sells whole credits for a positive amount", () => {
    for (const item of catalog) {
      expect(Number.isSafeInteger(creditsOf(item)) && creditsOf(item) > 0, item.key).toBe(true);
      for (const { price } of pricesOf(item)) expect(price.amountMinor, price.lookupKey).toBeGreaterThan(0n);
    }
  });

  test("the more credits, the cheaper each: packs, then Basic, then Pro", () => {
    const perCredit = [
      ...packs.map((pack) => pricePerCreditMinor(pack.price.amountMinor, pack.credits)),
      ...plans.map((plan) => pricePerCreditMinor(plan.prices.month.amountMinor, plan.creditsPerMonth)),
    ];
    expect(perCredit).toEqual([10, 9, 8, 5, 4]);
  });
});

describe("price per credit", () => {
  test("keeps fractions of a cent", () => {
    expect(pricePerCreditMinor(50_000n, 12_000)).toBe(4.16666);
  });
});

describe("saving", () => {
  const [small, middle, large] = packs;

  test("is measured against the smallest pack", () => {
    expect([small, middle, large].map((pack) => savingPercent(pack, small))).toEqual([0, 10, 20]);
  });

  test("is never negative", () => {
    expect(savingPercent(small, large)).toBe(0);
  });

  test("of a year is two months of twelve", () => {
    const { month, year } = plans[0].prices;
    expect(yearlySavingPercent(month, year)).toBe(16);
    expect(yearlySavingPercent(month, { ...month, amountMinor: 60_000n })).toBe(0);
  });
});
