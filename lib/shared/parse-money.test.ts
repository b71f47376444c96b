import fc from "fast-check";
import { expect, test } from "vitest";
import { parseMoney, toTypedMoney } from "./parse-money";

test.each([
  ["45", "usd", 4_500n],
  ["45.5", "usd", 4_550n],
  [" 45.05 ", "EUR", 4_505n],
  ["500", "jpy", 500n],
  ["1.250", "bhd", 1_250n],
  ["1.2", "kwd", 1_200n],
  ["3", "isk", 300n],
])("%j of %s is %d minor units", (text, currency, amountMinor) => {
  expect(parseMoney(text, currency)).toEqual({ amountMinor, problem: null });
});

test.each([
  ["", "usd", "not_an_amount"],
  ["0", "usd", "not_an_amount"],
  ["-5", "usd", "not_an_amount"],
  ["+5", "usd", "not_an_amount"],
  ["1e3", "usd", "not_an_amount"],
  ["0x10", "usd", "not_an_amount"],
  ["1,000", "usd", "not_an_amount"],
  ["1,50", "eur", "not_an_amount"],
  [".5", "usd", "not_an_amount"],
  ["5.", "usd", "not_an_amount"],
  ["$5", "usd", "not_an_amount"],
  ["٤٥", "usd", "not_an_amount"],
  ["9".repeat(16), "usd", "not_an_amount"],
  ["45.005", "usd", "too_many_decimals"],
  ["500.0", "jpy", "too_many_decimals"],
  ["1.2500", "bhd", "too_many_decimals"],
  ["1.255", "bhd", "step"],
  ["3.50", "isk", "step"],
])("%j of %s is refused: %s", (text, currency, problem) => {
  expect(parseMoney(text, currency)).toEqual({ amountMinor: null, problem });
});

test("what is shown to be typed is read back as the same amount", () => {
  const amounts = fc.bigInt(1n, 10n ** 12n);
  fc.assert(
    fc.property(amounts, fc.constantFrom("usd", "jpy", "kwd"), (amount, currency) => {
      const amountMinor = currency === "kwd" ? amount * 10n : amount;
      expect(parseMoney(toTypedMoney(amountMinor, currency), currency).amountMinor).toBe(amountMinor);
    }),
  );
});
