import { describe, expect, it } from "vitest";
import { applyDiscounts, type DiscountableLine, type Reduction } from "./apply-discounts";

const line = (amount: number, rest: Partial<DiscountableLine> = {}): DiscountableLine => ({
  amount,
  discountable: true,
  product: "prod_1",
  own: [],
  ...rest,
});
const off = (rest: Partial<Reduction>): Reduction => ({
  discount: "di_1",
  percentOff: null,
  amountOff: null,
  products: null,
  ...rest,
});
const taken = (lines: DiscountableLine[], reductions: Reduction[]): number[] =>
  applyDiscounts(lines, reductions).map((parts) => parts.reduce((sum, { amount }) => sum + amount, 0));

describe("discounts on lines", () => {
  it("split what they take by the size of the lines, to the cent", () => {
    expect(taken([line(100), line(100), line(100)], [off({ amountOff: 100 })])).toEqual([34, 33, 33]);
    expect(taken([line(1), line(999)], [off({ percentOff: 50 })])).toEqual([1, 499]);
  });

  it("lose and invent nothing, whatever the amounts", () => {
    let seed = 7;
    const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (let round = 0; round < 500; round++) {
      const lines = Array.from({ length: 1 + random(6) }, () => line(1 + random(100_000)));
      const sum = lines.reduce((all, { amount }) => all + amount, 0);
      const percentOff = 1 + random(100);
      const each = taken(lines, [off({ percentOff })]);
      expect(each.reduce((all, amount) => all + amount, 0)).toBe(Math.round((sum * percentOff) / 100));
      each.forEach((amount, place) => {
        expect(amount).toBeGreaterThanOrEqual(0);
        expect(amount).toBeLessThanOrEqual(lines[place]?.amount ?? 0);
      });
    }
  });

  it("leave lines alone that take none, and other products", () => {
    const lines = [line(100), line(100, { discountable: false }), line(100, { product: "prod_2" })];
    expect(taken(lines, [off({ percentOff: 10, products: ["prod_1"] })])).toEqual([10, 0, 0]);
    expect(taken(lines, [off({ percentOff: 10 })])).toEqual([10, 0, 10]);
  });

  it("come one after the other, those of a line first", () => {
    const half = off({ percentOff: 50 });
    expect(taken([line(1000, { own: [half] })], [half, off({ amountOff: 100 })])).toEqual([850]);
  });

  it("take no more than there is, and nothing of nothing", () => {
    expect(taken([line(300)], [off({ amountOff: 500 })])).toEqual([300]);
    expect(taken([line(0)], [off({ percentOff: 50 }), off({ amountOff: 500 })])).toEqual([0]);
    expect(taken([], [off({ percentOff: 50 })])).toEqual([]);
  });
});
