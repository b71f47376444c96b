import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findSpike, isWorthTelling, leastSpike, rose, spikeRule, windowEnd } from "./policy";

const use = fc.bigInt({ min: 0n, max: 10_000_000n });
const spans = fc.array(use, { minLength: spikeRule.spans, maxLength: spikeRule.spans });
const steady = (each: bigint, days: number = spikeRule.spans) =>
  Array.from({ length: spikeRule.spans }, (_, index) => (index < days ? each : 0n));

describe("a spike", () => {
  test("is never less than three times the usual, whatever the days before, and more never makes it none", () => {
    fc.assert(
      fc.property(use, spans, use, (last, before, more) => {
        if (!rose(last, before, 1n)) return;
        expect(last * BigInt(before.length)).toBeGreaterThan(3n * before.reduce((sum, one) => sum + one, 0n));
        expect(rose(last + more, before, 1n)).toBe(true);
        expect(last).toBeGreaterThan(before.reduce((most, one) => (one < most ? one : most)));
      }),
    );
  });

  test("does not depend on the order of the days before", () => {
    fc.assert(
      fc.property(use, spans, (last, before) => {
        expect(rose(last, before.toReversed(), 1n)).toBe(rose(last, before, 1n));
      }),
    );
  });

  const cases = {
    "just above three times a steady use": { last: 301n, before: steady(100n), found: true },
    "three times it, not above": { last: 300n, before: steady(100n), found: false },
    "like the best days of who has many quiet ones": {
      last: 1_000n,
      before: steady(1_000n, 8),
      found: false,
    },
    "far above even those": { last: 2_000n, before: steady(1_000n, 8), found: true },
    "much where nothing is usual yet": { last: 1_000_000n, before: steady(1n, 6), found: false },
    "much after nothing at all": { last: 1_000_000n, before: steady(0n), found: false },
  };
  test.each(Object.entries(cases))("%s", (_, { last, before, found }) => {
    expect(rose(last, before, 100n)).toBe(found);
  });

  test("is no smaller than what is worth a mail, in credits or in calls, and tells which of them rose", () => {
    const before = (creditsMilli: bigint, calls: bigint) =>
      Array.from({ length: spikeRule.spans }, () => ({ creditsMilli, calls }));
    const last = { creditsMilli: leastSpike.creditsMilli, calls: leastSpike.calls - 1n };
    expect(findSpike({ last, before: before(1_000n, 1n) })).toEqual({
      ...{ last, usual: { creditsMilli: 1_000n, calls: 1n }, creditsRose: true, callsRose: false },
    });
    expect(findSpike({ last, before: before(20_000n, 1n) })).toBeNull();
    const calls = { creditsMilli: 0n, calls: leastSpike.calls };
    expect(findSpike({ last: calls, before: before(0n, 10n) })).toMatchObject({
      ...{ creditsRose: false, callsRose: true },
    });
    expect(findSpike({ last: calls, before: [] })).toBeNull();
  });
});

describe("a share of a limit", () => {
  const alert = {
    ...{ id: "", userId: "", kind: "runs_per_month", startsAt: new Date("2026-02-01T00:00:00Z") },
    ...{ limit: 100n, percent: 80, used: 80n, highestPercent: 80 },
  };
  const now = { kind: "runs_per_month" as const, limit: 100n, at: new Date("2026-02-28T23:59:59Z") };

  test("is told while its limit counts, in its window, and where no higher one was reached", () => {
    expect(isWorthTelling(alert, now)).toBe(true);
    expect(isWorthTelling(alert, { ...now, limit: 20_000n })).toBe(false);
    expect(isWorthTelling(alert, { ...now, limit: null })).toBe(false);
    expect(isWorthTelling({ ...alert, highestPercent: 100 }, now)).toBe(false);
    expect(isWorthTelling(alert, { ...now, at: new Date("2026-03-01T00:00:00Z") })).toBe(false);
    expect(isWorthTelling(alert, { ...now, at: new Date("2025-12-31T00:00:00Z") }), "a clock set back").toBe(
      true,
    );
  });

  test("windows end at months of any length, days and minutes; what never begins again never ends", () => {
    const end = (window: Parameters<typeof windowEnd>[0], from: string) =>
      windowEnd(window, new Date(from))?.toISOString();
    expect(end("month", "2028-02-01T00:00:00Z")).toBe("2028-03-01T00:00:00.000Z");
    expect(end("month", "2026-12-01T00:00:00Z")).toBe("2027-01-01T00:00:00.000Z");
    expect(end("day", "2026-12-31T00:00:00Z")).toBe("2027-01-01T00:00:00.000Z");
    expect(end("minute", "2026-12-31T23:59:00Z")).toBe("2027-01-01T00:00:00.000Z");
    expect(end("level", "1970-01-01T00:00:00Z")).toBeUndefined();
    expect(end("size", "1970-01-01T00:00:00Z")).toBeUndefined();
  });
});
