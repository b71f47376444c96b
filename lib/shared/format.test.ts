import { expect, test } from "vitest";
import {
  formatCount,
  formatClock,
  formatDateTime,
  formatDuration,
  formatMinute,
  formatMoney,
  formatShare,
  formatShort,
  formatUnitPrice,
} from "./format";

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
  expect(formatClock(at, "Asia/Kolkata")).toBe("14:00");
});

test.each([
  [0, "0 ms"],
  [849.6, "850 ms"],
  [999.6, "1 s"],
  [2_449, "2.4 s"],
  [59_960, "1 min 0 s"],
  [185_400, "3 min 5 s"],
])("%d milliseconds are %s", (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text);
});

test("counts and shares are told with the minus sign of figures", () => {
  expect(formatCount(12_345n)).toBe("12,345");
  expect(formatCount(-1_000)).toBe("−1,000");
  expect(formatShare(0.1234)).toBe("12.3%");
  expect(formatShare(-0.5)).toBe("−50%");
});

test.each([
  [1_234, undefined, "1.2K"],
  [45_000, "usd", "$45K"],
  [-2_500_000, "usd", "−$2.5M"],
  [1_500, "jpy", "¥1.5K"],
  [0, "kwd", "KWD\u00a00"],
])("beside a chart %d of %s is %s", (value, currency, text) => {
  expect(formatShort(value, currency)).toBe(text);
});
