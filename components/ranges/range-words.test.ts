import { expect, it } from "vitest";
import { rangeWords } from "./range-words";

it.each([
  ["2026-11-22", "2026-11-22", "22 Nov 2026"],
  ["2026-11-01", "2026-11-22", "1 – 22 Nov 2026"],
  ["2026-10-24", "2026-11-22", "24 Oct – 22 Nov 2026"],
  ["2025-12-01", "2026-11-22", "1 Dec 2025 – 22 Nov 2026"],
])("%s to %s is %j", (from, to, words) => {
  expect(rangeWords({ from, to })).toBe(words);
});
