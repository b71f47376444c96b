import { expect, test } from "vitest";
import { changeWords, creditWords, meterWords, operationWords, rangeWords, shorten } from "./words";

test.each([
  [0, 0, null],
  [5, 5, "as in May"],
  [5, 0, "none in May"],
  [112, 100, "12% more than in May"],
  [0, 100, "100% less than in May"],
  [1_500n, 1_000n, "50% more than in May"],
])("%s after %s is %s", (now, before, words) => {
  expect(changeWords(now, before, "in May")).toBe(words);
});

test.each([
  ["2026-10-01", "2026-10-31", "October 2026"],
  ["2026-10-01", "2026-10-01", "1 Oct 2026"],
  ["2026-10-01", "2026-11-30", "1 Oct 2026 – 30 Nov 2026"],
])("%s to %s is %s", (from, to, words) => {
  expect(rangeWords({ from, to })).toBe(words);
});

test("credits and limits are said as people say them", () => {
  expect([0n, 1_000n, 1_930_500n].map(creditWords)).toEqual(["free", "1 credit", "1,930.5 credits"]);
  const meter = { kind: "runs_per_month", used: 812n, limit: 1_000n, resetsAt: null, from: "plan" } as const;
  expect(meterWords(meter)).toEqual({ label: "Runs a month", value: "812 of 1,000 (81.2%)" });
  expect(meterWords({ ...meter, limit: null }).value).toBe("812, unlimited");
  expect(meterWords({ ...meter, limit: 0n }).value).toBe("812 of 0");
  expect(meterWords({ ...meter, kind: "storage_bytes", limit: 2_000n }).value).toBe("812 B of 2 kB (40.6%)");
});

test("an operation of the API goes by words", () => {
  expect(operationWords("getBalance")).toBe("Get balance");
});

test("a long name is cut between signs", () => {
  expect(shorten("short")).toBe("short");
  expect(shorten("🎉".repeat(5), 3)).toBe("🎉🎉…");
});
