import { expect, test } from "vitest";
import { errorWords, idsOf, nextRunAt, rhythmWords } from "./policy";

test.each([
  ["* * * * *", "Every minute"],
  ["*/10 * * * *", "Every 10 minutes"],
  ["5 * * * *", "Hourly at :05"],
  ["15 3 * * *", "Daily at 03:15 UTC"],
  ["15 3 1 * *", "15 3 1 * *"],
  ["1,2 * * * *", "1,2 * * * *"],
])("%s reads %s", (pattern, words) => {
  expect(rhythmWords(pattern)).toBe(words);
});

test("the next run is the first whole minute after now that matches, across midnight and months", () => {
  const now = new Date("2026-11-30T23:59:30.500Z");
  expect(nextRunAt(() => true, now)).toEqual(new Date("2026-12-01T00:00:00Z"));
  expect(nextRunAt(({ min, hour }) => min === 15 && hour === 3, now)).toEqual(
    new Date("2026-12-01T03:15:00Z"),
  );
  expect(nextRunAt(({ dow, date, month }) => dow === 0 && date === 6 && month === 12, now)).toEqual(
    new Date("2026-12-06T00:00:00Z"),
  );
  expect(nextRunAt(() => false, now)).toBeNull();
});

test("a run that would begin in the minute of now is not the next one", () => {
  expect(nextRunAt(({ min }) => min === 5, new Date("2026-11-22T10:05:00Z"))).toEqual(
    new Date("2026-11-22T11:05:00Z"),
  );
});

test("of what a job carries only ids are shown", () => {
  expect(idsOf({ emailId: "a-1", token: "x", secretId: "has space", amount: 5, userId: "u_2" })).toEqual([
    { name: "emailId", value: "a-1" },
    { name: "userId", value: "u_2" },
  ]);
  for (const payload of [null, "text", ["emailId"], 5]) expect(idsOf(payload)).toEqual([]);
});

test("of an error the first line is shown, and not without end", () => {
  expect(errorWords("boom\n    at file.ts:1")).toBe("boom");
  expect(errorWords("x".repeat(600))).toHaveLength(501);
  expect(errorWords("")).toBe("");
});
