import { expect, test } from "vitest";
import { figuresOf, seriesOf, toNumber } from "./policy";

test.each([
  ["receipt", "2026-12-31T23:59:59Z", "R-2026"],
  ["invoice", "2027-01-01T00:00:00Z", "INV-2027"],
  ["credit_note", "2026-06-01T00:00:00Z", "CN-2026"],
] as const)("a %s of %s is of the series %s", (kind, at, series) => {
  expect(seriesOf(kind, new Date(at))).toBe(series);
});

test("numbers have six digits, and more once there are more", () => {
  expect(toNumber("R-2026", 1)).toBe("R-2026-000001");
  expect(toNumber("R-2026", 1_234_567)).toBe("R-2026-1234567");
});

const line = (amountMinor: bigint) => ({ description: "", quantity: 1, amountMinor, period: null });

test("lines, discount, total, balance and payment add up", () => {
  expect(figuresOf({ lines: [line(10_000n), line(-2_500n)], totalMinor: 6_000n, paidMinor: 5_500n })).toEqual(
    { discountMinor: -1_500n, totalMinor: 6_000n, balanceMinor: 500n },
  );
  expect(figuresOf({ lines: [line(5_000n)], totalMinor: 5_000n, paidMinor: 5_000n })).toEqual({
    discountMinor: 0n,
    totalMinor: 5_000n,
    balanceMinor: 0n,
  });
});

test("figures that cannot belong together are refused", () => {
  expect(() => figuresOf({ lines: [line(1n)], totalMinor: 2n, paidMinor: 2n })).toThrow(RangeError);
  expect(() => figuresOf({ lines: [line(2n)], totalMinor: 2n, paidMinor: 3n })).toThrow(RangeError);
});
