import fc from "fast-check";
import { expect, test } from "vitest";
import { formatMoney } from "@/lib/shared/format";
import { readAmount } from "./read-amount";

test.each([
  ["45", 4500n, "usd"],
  ["$45.00", 4500n, "usd"],
  ["1,250.5", 125050n, "usd"],
  ["4500 JPY", 4500n, "jpy"],
  ["kwd 1.234", 1234n, "kwd"],
  ["45.000 eur", 4500n, "eur"],
  ["0", 0n, "usd"],
])("%s is %s of %s", (typed, amountMinor, currency) => {
  expect(readAmount(typed)).toEqual({ amountMinor, currency });
});

test.each([
  ["", "not_a_number"],
  ["45,00", "not_a_number"],
  ["1,25,000", "not_a_number"],
  ["-5", "not_a_number"],
  ["1e3", "not_a_number"],
  ["usd 5 eur", "not_a_number"],
  ["٤٥", "not_a_number"],
  ["5.5 jpy", "too_many_decimals"],
  ["5.001", "too_many_decimals"],
  ["5 zzz", "unknown_currency"],
  ["9".repeat(20), "too_large"],
])("%j is no amount: %s", (typed, problem) => {
  expect(readAmount(typed)).toEqual({ problem });
});

test("what is written as money is read as the same money", () => {
  const currency = fc.constantFrom("usd", "eur", "jpy", "kwd", "gbp", "huf");
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n }), currency, (amountMinor, code) => {
      const written = formatMoney(amountMinor, code).replaceAll(/[^\d.,]/g, "");
      expect(readAmount(`${written} ${code}`)).toEqual({ amountMinor, currency: code });
    }),
  );
});
