import { describe, expect, it } from "vitest";
import { addIntervals, periodAround } from "./intervals";

const at = (iso: string): number => Date.parse(`${iso}Z`) / 1000;
const day = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 16);
const monthly = { interval: "month", interval_count: 1 } as const;

describe("intervals from an anchor (https://docs.stripe.com/billing/subscriptions/billing-cycle)", () => {
  it.each([
    ["2026-01-31T10:00", { interval: "month", interval_count: 1 }, 1, "2026-02-28T10:00"],
    ["2026-01-31T10:00", { interval: "month", interval_count: 1 }, 2, "2026-03-31T10:00"],
    ["2028-01-31T10:00", { interval: "month", interval_count: 1 }, 1, "2028-02-29T10:00"],
    ["2026-08-31T00:00", { interval: "month", interval_count: 3 }, 1, "2026-11-30T00:00"],
    ["2028-02-29T00:00", { interval: "year", interval_count: 1 }, 1, "2029-02-28T00:00"],
    ["2028-02-29T00:00", { interval: "year", interval_count: 1 }, 4, "2032-02-29T00:00"],
    ["2026-12-31T23:59", { interval: "week", interval_count: 2 }, 1, "2027-01-14T23:59"],
    ["2026-03-01T00:00", { interval: "day", interval_count: 10 }, -1, "2026-02-19T00:00"],
    ["2026-03-31T00:00", { interval: "month", interval_count: 1 }, -1, "2026-02-28T00:00"],
  ] as const)("%s + %o × %d is %s", (...[anchor, every, times, expected]) => {
    expect(day(addIntervals(at(anchor), every, times))).toBe(expected);
  });

  it.each([
    ["2026-02-28T10:00", "2026-02-28T10:00", "2026-03-31T10:00"],
    ["2026-02-28T09:59", "2026-01-31T10:00", "2026-02-28T10:00"],
    ["2026-05-30T00:00", "2026-04-30T10:00", "2026-05-31T10:00"],
    ["2025-12-31T09:00", "2025-11-30T10:00", "2025-12-31T10:00"],
  ])("the month around %s, anchored on the 31st, is %s to %s", (instant, start, end) => {
    const period = periodAround(at("2026-01-31T10:00"), monthly, at(instant));
    expect([day(period.start), day(period.end)]).toEqual([start, end]);
  });
});
