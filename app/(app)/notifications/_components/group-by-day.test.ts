import { expect, test } from "vitest";
import { groupByDay } from "./group-by-day";

const at = (iso: string) => ({
  ...{ id: iso, kind: "receipts", title: "", body: "", href: "/", createdAt: new Date(iso), read: false },
});
const namesOf = (times: string[], now: string, timeZone: string) =>
  groupByDay(times.map(at), { now: new Date(now), timeZone }).map(({ name, notices }) => [
    name,
    notices.length,
  ]);

test("a day begins at the reader's midnight", () => {
  const times = [
    "2026-11-23T03:00:00Z",
    "2026-11-22T23:30:00Z",
    "2026-11-22T06:00:00Z",
    "2026-11-20T06:00:00Z",
  ];
  const now = "2026-11-23T04:00:00Z";
  expect(namesOf(times, now, "UTC")).toEqual([
    ["Today", 1],
    ["Yesterday", 2],
    ["20 Nov 2026", 1],
  ]);
  expect(namesOf(times, now, "America/New_York")).toEqual([
    ["Today", 3],
    ["20 Nov 2026", 1],
  ]);
});

test("yesterday is found where clocks went back or forward, at the first and the last hour of a day", () => {
  for (const [yesterday, first, last] of [
    // 25 hours: 1 November in New York; 23 hours: 8 March.
    ["2026-10-31T16:00:00Z", "2026-11-01T04:10:00Z", "2026-11-02T04:50:00Z"],
    ["2026-03-07T17:00:00Z", "2026-03-08T05:10:00Z", "2026-03-09T03:50:00Z"],
  ] as const)
    for (const now of [first, last])
      expect(namesOf([yesterday], now, "America/New_York")).toEqual([["Yesterday", 1]]);
});
