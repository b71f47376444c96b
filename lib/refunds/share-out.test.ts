import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shareOut, type PaidLot } from "./share-out";

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);

const fresh = (costs: readonly bigint[]): PaidLot[] =>
  costs.map((costMinor, index) => ({ lotKey: `lot:${index}`, costMinor, returnedMinor: 0n }));

/** Returns the amounts one after the other; answers what each lot has returned in all. */
function returnAll(costs: readonly bigint[], amounts: readonly bigint[]): bigint[] {
  let lots = fresh(costs);
  for (const amount of amounts) {
    const shares = shareOut(lots, amount);
    lots = lots.map((lot, index) => ({ ...lot, returnedMinor: lot.returnedMinor + shares[index]! }));
  }
  return lots.map(({ returnedMinor }) => returnedMinor);
}

const costs = fc.array(fc.bigInt(0n, 500_000n), { minLength: 1, maxLength: 24 });
const parts = fc.array(fc.bigInt(1n, 300_000n), { minLength: 1, maxLength: 8 });

/** Cuts a whole at the given fractions. */
const cut = (whole: bigint, pieces: readonly bigint[]): bigint[] => {
  const marks = pieces.map((piece) => piece % (whole + 1n)).sort((a, b) => Number(a - b));
  return [...marks, whole].map((mark, index) => mark - (index === 0 ? 0n : marks[index - 1]!));
};

describe("sharing a refund out", () => {
  test("a full refund takes exactly everything, however it was split", () => {
    fc.assert(
      fc.property(costs, parts, (lots, pieces) => {
        expect(returnAll(lots, cut(sum(lots), pieces))).toEqual(lots);
      }),
    );
  });

  test("what is shared out is exactly the amount, and no lot returns more than it cost", () => {
    fc.assert(
      fc.property(costs, parts, (lots, amounts) => {
        const returned = returnAll(lots, amounts);
        const whole = sum(amounts) < sum(lots) ? sum(amounts) : sum(lots);
        expect(sum(returned)).toBe(whole);
        returned.forEach((amount, index) => {
          expect(amount >= 0n && amount <= lots[index]!).toBe(true);
        });
      }),
    );
  });

  test("the order of the returns does not matter, nor how often they were split", () => {
    fc.assert(
      fc.property(costs, parts, (lots, amounts) => {
        const at_once = returnAll(lots, [sum(amounts)]);
        expect(returnAll(lots, amounts)).toEqual(at_once);
        expect(returnAll(lots, amounts.toReversed())).toEqual(at_once);
      }),
    );
  });

  test("every lot returns its proportion, to the nearest unit or close to it", () => {
    fc.assert(
      fc.property(costs, fc.bigInt(1n, 1_000_000n), (lots, amount) => {
        const cost = sum(lots);
        fc.pre(cost > 0n && amount <= cost);
        returnAll(lots, [amount]).forEach((returned, index) => {
          const off = returned * cost - lots[index]! * amount;
          const most = cost * (BigInt(lots.length) / 2n + 1n);
          expect(off <= most && -off <= most).toBe(true);
        });
      }),
    );
  });

  test("after any of several refunds failed, what is left can still be returned exactly", () => {
    fc.assert(
      fc.property(costs, parts, fc.nat(), (costsOfLots, amounts, chosen) => {
        let lots = fresh(costsOfLots);
        const taken: bigint[][] = [];
        for (const amount of amounts) {
          const shares = shareOut(lots, amount);
          taken.push(shares);
          lots = lots.map((lot, index) => ({ ...lot, returnedMinor: lot.returnedMinor + shares[index]! }));
        }
        const failed = taken[chosen % taken.length]!;
        lots = lots.map((lot, index) => ({ ...lot, returnedMinor: lot.returnedMinor - failed[index]! }));
        const left = sum(costsOfLots) - sum(lots.map(({ returnedMinor }) => returnedMinor));
        const shares = shareOut(lots, left);
        expect(lots.map(({ returnedMinor }, index) => returnedMinor + shares[index]!)).toEqual(costsOfLots);
      }),
    );
  });

  test.each([
    { costs: [4_500n], amount: 1_500n, shares: [1_500n] },
    { costs: [667n, 667n, 666n], amount: 2n, shares: [1n, 1n, 0n] },
    { costs: [100n, 300n], amount: 200n, shares: [50n, 150n] },
    { costs: [0n, 500n], amount: 500n, shares: [0n, 500n] },
    { costs: [0n], amount: 500n, shares: [0n] },
    { costs: [], amount: 500n, shares: [] },
    { costs: [300n], amount: 500n, shares: [300n] },
  ])("of $costs a return of $amount takes $shares", ({ costs: lots, amount, shares }) => {
    expect(shareOut(fresh(lots), amount)).toEqual(shares);
  });
});
