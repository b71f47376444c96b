import fc from "fast-check";
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

const figures = (amounts: bigint[], totalMinor: bigint, paidMinor: bigint) =>
  figuresOf({ lines: amounts.map(line), totalMinor, paidMinor });

test.each([
  {
    name: "a coupon and a balance",
    given: figures([10_000n, -2_500n], 6_000n, 5_500n),
    shown: { discountMinor: -1_500n, totalMinor: 6_000n, balanceMinor: 500n },
  },
  { name: "nothing but lines", given: figures([5_000n], 5_000n, 5_000n), shown: { totalMinor: 5_000n } },
  {
    name: "a tax that Stripe added",
    given: figures([5_000n], 5_950n, 5_950n),
    shown: { taxMinor: 950n, totalMinor: 5_950n },
  },
  {
    name: "something owed from before",
    given: figures([5_000n], 5_000n, 6_000n),
    shown: { totalMinor: 5_000n, balanceMinor: -1_000n },
  },
])("lines and total add up with $name", ({ given, shown }) => {
  expect(given).toEqual({ discountMinor: 0n, taxMinor: 0n, balanceMinor: 0n, ...shown });
});

test("whatever the figures are, they add up", () => {
  const amount = fc.bigInt({ min: -1_000_000_000_000n, max: 1_000_000_000_000n });
  fc.assert(
    fc.property(fc.array(amount), amount, amount, (amounts, totalMinor, paidMinor) => {
      const { discountMinor, taxMinor, balanceMinor } = figures(amounts, totalMinor, paidMinor);
      const lines = amounts.reduce((sum, each) => sum + each, 0n);
      expect(lines + discountMinor + taxMinor).toBe(totalMinor);
      expect(balanceMinor + paidMinor).toBe(totalMinor);
      expect(discountMinor <= 0n && taxMinor >= 0n).toBe(true);
    }),
  );
});
