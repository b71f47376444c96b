import { expect, it } from "vitest";
import { parseLimit } from "./parse-limit";

it.each([
  ["runs_per_day", "500", 500n],
  ["runs_per_day", " 1,000 ", 1_000n],
  ["projects", "0", 0n],
  ["storage_bytes", "0", 0n],
  ["storage_bytes", "500 MiB", 524_288_000n],
  ["upload_bytes", "1.5gib", 1_610_612_736n],
  ["storage_bytes", "12 B", 12n],
] as const)("%s takes %j", (kind, typed, limit) => {
  expect(parseLimit(kind, typed)).toEqual({ limit });
});

it.each([
  ["runs_per_day", "-1", /not below 0/],
  ["storage_bytes", "−5 MiB", /not below 0/],
  ["runs_per_day", "1.5", /whole number/],
  ["runs_per_day", "1,00", /whole number/],
  ["runs_per_day", "", /whole number/],
  ["runs_per_day", "9".repeat(40), /too large/],
  ["storage_bytes", "500", /its unit/],
  ["storage_bytes", "500 MB", /its unit/],
  ["storage_bytes", "999999999999 TiB", /too large/],
] as const)("%s refuses %j", (kind, typed, problem) => {
  expect(parseLimit(kind, typed)).toEqual({ problem: expect.stringMatching(problem) as string });
});
