import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bucketOf, bucketsOf } from "./bucket";
import { addDays, dayIn, lengthOf, splitRange, toRanges } from "./days";

const anyDay = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2031-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("days", () => {
  it("go over leap days and ends of years", () => {
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2028-03-01", -1)).toBe("2028-02-29");
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(lengthOf({ from: "2028-02-28", to: "2028-03-01" })).toBe(3);
  });

  it("are those of the zone", () => {
    const at = new Date("2026-11-01T04:30:00Z");
    expect(dayIn("UTC", at)).toBe("2026-11-01");
    expect(dayIn("America/New_York", at)).toBe("2026-11-01");
    expect(dayIn("America/Los_Angeles", at)).toBe("2026-10-31");
  });

  it("become runs that hold each of them once, and no other", () => {
    fc.assert(
      fc.property(fc.array(anyDay, { maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (days, longest) => {
        const ranges = toRanges(days, longest);
        const covered = ranges.flatMap(({ from, to }) => splitRange({ from, to }, 1).map((one) => one.from));
        expect(covered).toEqual([...new Set(days)].sort());
        for (const range of ranges) expect(lengthOf(range)).toBeLessThanOrEqual(longest);
      }),
    );
  });
});

describe("buckets", () => {
  it("cover a range without gaps, and each begins where its days say", () => {
    const bucket = fc.constantFrom("day" as const, "week" as const, "month" as const);
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 400 }), bucket, (from, length, size) => {
        const range = { from, to: addDays(from, length) };
        const days = splitRange(range, 1).map((one) => one.from);
        expect(bucketsOf({ range, bucket: size })).toEqual([
          ...new Set(days.map((day) => bucketOf(day, size))),
        ]);
      }),
    );
  });

  it("of weeks begin on Monday", () => {
    expect(bucketOf("2026-11-22", "week")).toBe("2026-11-16");
    expect(bucketOf("2026-11-23", "week")).toBe("2026-11-23");
  });
});
