import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canDivide, fittingBucket } from "./bucket";
import { rangeBefore } from "./comparison";
import { addDays, addMonths, dayAt, isDay, lengthOf } from "./days";
import { presetRange, presets } from "./presets";
import { readTypedRange } from "./typed-range";

const day = fc.integer({ min: 0, max: 36_000 }).map((days) => addDays("2000-01-01", days));
const range = fc.tuple(day, fc.nat(1200)).map(([from, days]) => ({ from, to: addDays(from, days) }));

describe("days", () => {
  it.each([
    ["2024-02-29", true],
    ["2025-02-29", false],
    ["2026-13-01", false],
    ["2026-1-1", false],
    ["", false],
    ["yesterday", false],
  ])("%j is a day of the calendar: %s", (text, answer) => {
    expect(isDay(text)).toBe(answer);
  });

  it.each([
    ["2024-02-29", -12, "2023-02-28"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-01-31", 1, "2026-02-28"],
    ["2026-11-22", -11, "2025-12-22"],
  ])("%s and %d months is %s", (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });

  it.each([
    ["2026-11-22T23:30:00Z", "UTC", "2026-11-22"],
    ["2026-11-22T23:30:00Z", "Europe/Vienna", "2026-11-23"],
    ["2026-03-08T07:30:00Z", "America/Los_Angeles", "2026-03-07"],
  ])("at %s it is in %s the day %s", (instant, zone, expected) => {
    expect(dayAt(new Date(instant), zone)).toBe(expected);
  });
});

describe("presets", () => {
  it.each([
    ["last-7", "2026-11-22", "2026-11-16", "2026-11-22"],
    ["this-month", "2026-11-01", "2026-11-01", "2026-11-01"],
    ["last-month", "2024-03-31", "2024-02-01", "2024-02-29"],
    ["last-month", "2026-01-05", "2025-12-01", "2025-12-31"],
    ["this-quarter", "2026-11-22", "2026-10-01", "2026-11-22"],
    ["this-year", "2026-11-22", "2026-01-01", "2026-11-22"],
    ["last-12-months", "2026-11-22", "2025-12-01", "2026-11-22"],
    ["last-3-years", "2026-11-22", "2023-12-01", "2026-11-22"],
  ] as const)("%s on %s is %s to %s", (...[preset, today, from, to]) => {
    expect(presetRange(preset, today)).toEqual({ from, to });
  });

  it("are ranges of days that have begun, on every day", () => {
    fc.assert(
      fc.property(fc.constantFrom(...presets), day, (preset, today) => {
        const { from, to } = presetRange(preset, today);
        expect(isDay(from) && isDay(to)).toBe(true);
        expect(from <= to && to <= today).toBe(true);
      }),
    );
  });
});

describe("the range that another is compared with", () => {
  it.each([
    ["before", "2026-11-16", "2026-11-22", "2026-11-09", "2026-11-15"],
    ["before", "2026-03-01", "2026-03-31", "2026-02-01", "2026-02-28"],
    ["before", "2026-01-01", "2026-03-31", "2025-10-01", "2025-12-31"],
    ["before", "2024-02-29", "2024-02-29", "2024-02-28", "2024-02-28"],
    ["year", "2024-02-29", "2024-02-29", "2023-02-28", "2023-02-28"],
    ["year", "2025-02-01", "2025-02-28", "2024-02-01", "2024-02-29"],
    ["year", "2026-11-16", "2026-11-22", "2025-11-16", "2025-11-22"],
  ] as const)("%s: of %s to %s it is %s to %s", (...[comparison, from, to, earlier, until]) => {
    expect(rangeBefore({ from, to }, comparison)).toEqual({ from: earlier, to: until });
  });

  it("ends the day before, and is as long unless both are whole months", () => {
    fc.assert(
      fc.property(range, (now) => {
        const before = rangeBefore(now, "before")!;
        expect(addDays(before.to, 1)).toBe(now.from);
        if (!before.from.endsWith("-01")) expect(lengthOf(before)).toBe(lengthOf(now));
        expect(before.from <= before.to).toBe(true);
      }),
    );
  });

  it("a year earlier is as long, but for a leap day", () => {
    fc.assert(
      fc.property(range, (now) => {
        const before = rangeBefore(now, "year")!;
        expect(isDay(before.from) && isDay(before.to)).toBe(true);
        expect(before.from.slice(0, 4)).toBe(String(Number(now.from.slice(0, 4)) - 1));
        expect(Math.abs(lengthOf(before) - lengthOf(now))).toBeLessThanOrEqual(2);
      }),
    );
  });

  it("is none when none is wanted", () => {
    expect(rangeBefore({ from: "2026-11-01", to: "2026-11-02" }, "none")).toBeNull();
  });
});

describe("how a range is divided", () => {
  it.each([
    [1, "day"],
    [35, "day"],
    [36, "week"],
    [190, "week"],
    [191, "month"],
    [3660, "month"],
  ])("%d days by %s", (days, bucket) => {
    const long = { from: "2016-01-01", to: addDays("2016-01-01", days - 1) };
    expect(fittingBucket(long)).toBe(bucket);
    expect(canDivide(long, fittingBucket(long))).toBe(true);
  });

  it("never draws ten years by days", () => {
    expect(canDivide({ from: "2016-01-01", to: "2025-12-31" }, "day")).toBe(false);
  });
});

describe("a typed range", () => {
  it.each([
    ["2026-11-01", "2026-11-22", { from: "2026-11-01", to: "2026-11-22" }],
    ["2024-02-29", "", { from: "2024-02-29", to: "2024-02-29" }],
    ["", "2026-11-22", { from: "2026-11-22", to: "2026-11-22" }],
    ["2022-01-01", "2026-11-22", { from: "2022-01-01", to: "2026-11-22" }],
  ])("%j to %j is taken", (from, to, taken) => {
    expect(readTypedRange({ from, to })).toEqual({ range: taken, problem: null });
  });

  it.each([
    ["2026-11-22", "2026-11-01", /ends before it starts/],
    ["2025-02-29", "2026-11-01", /“2025-02-29” is not a day/],
    ["soon", "2026-11-01", /“soon” is not a day/],
    ["1999-12-31", "2026-11-01", /2000 to 2099/],
    ["2026-11-01", "9999-12-31", /2000 to 2099/],
    ["2010-01-01", "2026-11-01", /ten years/],
  ])("%j to %j is refused in words", (from, to, problem) => {
    expect(readTypedRange({ from, to }).problem).toMatch(problem);
  });

  it("any text is either a range in order or words", () => {
    fc.assert(
      fc.property(fc.string(), fc.oneof(fc.string(), day), (from, to) => {
        fc.pre(from.trim() !== "" || to.trim() !== "");
        const read = readTypedRange({ from, to });
        if (read.range) expect(read.range.from <= read.range.to).toBe(true);
        else expect(read.problem.length).toBeGreaterThan(10);
      }),
    );
  });
});
