import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, lengthOf, monthOf } from "@/lib/shared/calendar";
import {
  bucketFor,
  checkRange,
  dueAt,
  duePeriod,
  endedPeriod,
  isNewlyDue,
  nextPeriod,
  rangeBefore,
  toZone,
} from "./policy";
import { reportRhythms } from "./types";

describe("a range", () => {
  test.each([
    ["2026-02-30", "2026-03-01", "not_a_day"],
    ["2026-2-3", "2026-03-01", "not_a_day"],
    ["", "2026-03-01", "not_a_day"],
    ["2026-03-01", "tomorrow", "not_a_day"],
    ["+12026-01-01", "2026-03-01", "not_a_day"],
    ["0000-01-01", "0000-02-01", "not_a_day"],
    ["9999-12-01", "9999-12-31", "not_a_day"],
    ["2026-03-02", "2026-03-01", "swapped"],
    ["2025-03-01", "2026-03-02", "too_long"],
  ])("from %s to %s is refused: %s", (from, to, problem) => {
    expect(() => checkRange({ from, to })).toThrow(
      expect.objectContaining({ code: "usage_reports.range_invalid", meta: { problem, longestDays: 366 } }),
    );
  });

  test("may be one day, or a year that leaps", () => {
    expect(checkRange({ from: "2026-03-01", to: "2026-03-01" })).toEqual({
      from: "2026-03-01",
      to: "2026-03-01",
    });
    expect(lengthOf(checkRange({ from: "2028-01-01", to: "2028-12-31" }))).toBe(366);
  });

  test.each([
    ["2026-10-01", "2026-10-31", "day"],
    ["2026-10-01", "2026-11-01", "week"],
    ["2026-01-01", "2026-12-31", "month"],
  ])("from %s to %s is shown by %s", (from, to, bucket) => {
    expect(bucketFor({ from, to })).toBe(bucket);
  });

  test("is compared with the calendar month before, or with as many days", () => {
    expect(rangeBefore({ from: "2026-03-01", to: "2026-03-31" })).toEqual({
      from: "2026-02-01",
      to: "2026-02-28",
    });
    expect(rangeBefore({ from: "2026-11-16", to: "2026-11-22" })).toEqual({
      from: "2026-11-09",
      to: "2026-11-15",
    });
  });
});

test.each([
  [null, "UTC"],
  ["", "UTC"],
  ["Nowhere/Land", "UTC"],
  ["+05:30", "UTC"],
  ["Asia/Kolkata", "Asia/Kolkata"],
])("the zone %s is %s", (name, zone) => {
  expect(toZone(name)).toBe(zone);
});

describe("the month that is due", () => {
  test.each([
    // 08:00 of 1 November on the wall, and the second before it.
    ["Etc/GMT+12", "2026-11-01T19:59:59Z", "2026-09-01"],
    ["Etc/GMT+12", "2026-11-01T20:00:00Z", "2026-10-01"],
    ["Pacific/Kiritimati", "2026-10-31T17:59:59Z", "2026-09-01"],
    ["Pacific/Kiritimati", "2026-10-31T18:00:00Z", "2026-10-01"],
    ["Asia/Kolkata", "2026-11-01T02:29:59Z", "2026-09-01"],
    ["Asia/Kolkata", "2026-11-01T02:30:00Z", "2026-10-01"],
    ["Asia/Kathmandu", "2026-11-01T02:15:00Z", "2026-10-01"],
    // Clocks went back at 02:00 of that very day.
    ["America/New_York", "2026-11-01T12:59:59Z", "2026-09-01"],
    ["America/New_York", "2026-11-01T13:00:00Z", "2026-10-01"],
    ["UTC", "2027-01-01T08:00:00Z", "2026-12-01"],
    ["UTC", "2028-03-31T23:59:59Z", "2028-02-01"],
  ])("in %s at %s begins on %s", (zone, now, from) => {
    expect(duePeriod("monthly", new Date(now), zone)).toEqual(monthOf(from));
  });

  const zones = Intl.supportedValuesOf("timeZone");
  const instants = fc.date({ min: new Date("2020-01-01"), max: new Date("2035-01-01"), noInvalidDate: true });

  test("is over at eight where one lives, and the one after it is not: in every zone, at any instant", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        instants,
        fc.constantFrom(...reportRhythms),
        (zone, now, rhythm) => {
          const due = duePeriod(rhythm, now, zone);
          expect(dueAt(due, zone).getTime()).toBeLessThanOrEqual(now.getTime());
          const next = nextPeriod(rhythm, due);
          expect(dueAt(next, zone).getTime()).toBeGreaterThan(now.getTime());
          expect(next.from).toBe(addDays(due.to, 1));
          expect(duePeriod(rhythm, dueAt(next, zone), zone)).toEqual(next);
          if (rhythm === "weekly") expect(new Date(due.from).getUTCDay()).toBe(1);
          else expect(due).toEqual(monthOf(due.from));
        },
      ),
      { numRuns: 200 },
    );
  });
});

test("what is over can be asked for before it is due", () => {
  expect(endedPeriod("weekly", new Date("2026-11-23T00:00:00Z"), "UTC")).toEqual({
    from: "2026-11-16",
    to: "2026-11-22",
  });
  expect(endedPeriod("monthly", new Date("2026-10-31T10:00:00Z"), "Pacific/Kiritimati")).toEqual(
    monthOf("2026-10-01"),
  );
});

test("what was over when reports were switched on, or reported before, is not newly due", () => {
  const now = new Date("2026-11-23T09:00:00Z");
  const asked = { rhythm: "weekly", zone: "UTC", now, last: null } as const;
  expect(isNewlyDue({ ...asked, enabledAt: new Date("2026-11-23T08:30:00Z") })).toBe(false);
  expect(isNewlyDue({ ...asked, enabledAt: new Date("2026-11-23T07:30:00Z") })).toBe(true);
  for (const enabledAt of [new Date("2026-01-01"), new Date("2300-01-01")]) {
    expect(isNewlyDue({ ...asked, enabledAt, last: "2026-11-16" })).toBe(false);
    expect(isNewlyDue({ ...asked, enabledAt, last: "2026-11-09" })).toBe(true);
  }
});
