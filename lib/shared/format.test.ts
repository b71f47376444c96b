import { expect, test } from "vitest";
import { formatDateTime, formatMinute, formatMoney, formatUnitPrice } from "./format";

test.each([
  [4500n, "usd", "$45.00"],
  [5n, "usd", "$0.05"],
  [-4500n, "usd", "−$45.00"],
  [123_456_789_012_345n, "usd", "$1,234,567,890,123.45"],
  [4500n, "jpy", "¥4,500"],
  [4500n, "KWD", "KWD\u00a04.500"],
  [4505n, "huf", "HUF\u00a045.05"],
  [4500n, "isk", "ISK\u00a045.00"],
  [4500n, "mga", "MGA\u00a04,500"],
])("%s minor units of %s are %s, as Stripe counts them", (amountMinor, currency, text) => {
  expect(formatMoney(amountMinor, currency)).toBe(text);
});

test.each([
  [4.1667, "usd", "$0.0417"],
  [10, "usd", "$0.10"],
  [8.25, "jpy", "¥8.25"],
])("the unit price %s of %s is %s", (amountMinor, currency, text) => {
  expect(formatUnitPrice(amountMinor, currency)).toBe(text);
});

test("times are told with their zone, to the minute or exactly", () => {
  const at = new Date("2026-11-22T08:30:07Z");
  expect(formatMinute(at)).toBe("22 Nov 2026, 08:30 UTC");
  expect(formatMinute(at, "Europe/Berlin")).toBe("22 Nov 2026, 09:30 CET");
  expect(formatDateTime(at)).toBe("22 Nov 2026, 08:30:07 UTC");
});
