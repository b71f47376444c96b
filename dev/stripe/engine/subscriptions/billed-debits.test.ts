import { describe, expect, it } from "vitest";
import { type Debit, sharesOf } from "./billed-debits";

function debit(start: number, end: number): Debit {
  return { period: { start, end }, net: 1000, quantity: 1, price: null, line: null };
}

const sharesIn = (debits: Debit[], start: number, end: number): number[][] =>
  sharesOf(debits, { start, end }).map((share) => [
    debits.indexOf(share.debit),
    share.period.start,
    share.period.end,
  ]);

describe("sharesOf", () => {
  it("finds the debit that covers the time", () => {
    expect(sharesIn([debit(0, 30)], 10, 30)).toEqual([[0, 10, 30]]);
  });

  it("takes the newer of two that cover it", () => {
    expect(sharesIn([debit(10, 30), debit(0, 30)], 15, 30)).toEqual([[0, 15, 30]]);
  });

  it("takes both where the newer one covers a part", () => {
    expect(sharesIn([debit(20, 30), debit(0, 30)], 10, 30)).toEqual([
      [0, 20, 30],
      [1, 10, 20],
    ]);
  });

  it("splits what is around a newer one", () => {
    expect(sharesIn([debit(10, 20), debit(0, 30)], 0, 30)).toEqual([
      [0, 10, 20],
      [1, 0, 10],
      [1, 20, 30],
    ]);
  });

  it("finds nothing for time that nobody was billed for", () => {
    expect(sharesIn([debit(0, 10)], 10, 30)).toEqual([]);
  });
});
