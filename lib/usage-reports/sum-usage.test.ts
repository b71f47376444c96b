import { expect, test } from "vitest";
import { aUsageDay } from "@/tests/factories/usage-report";
import { toPeriods, toSubjects, toTotals } from "./sum-usage";

const days = [
  aUsageDay({ day: "2026-10-01", failed: 1, succeeded: 2 }),
  aUsageDay({ day: "2026-10-04", source: "api" }),
  aUsageDay({ day: "2026-10-05", subject: "gone-service", costMilli: 45_000n, events: 1 }),
  aUsageDay({
    day: "2026-10-05",
    kind: "api_call",
    subject: "runService",
    source: "api",
    costMilli: 0n,
    events: 9,
  }),
];

test("a run by API counts as a run, its call as a call, and its cost once", () => {
  expect(toTotals(days)).toMatchObject({ runs: 7, calls: 9, failed: 1, costMilli: 75_000n });
});

test("services come before what costs nothing, and one that is gone goes by its slug", () => {
  const subjects = toSubjects(days, new Map([["image-optimiser", "Image optimiser"]]));
  expect(subjects.map(({ title, events, costMilli }) => [title, events, costMilli])).toEqual([
    ["gone-service", 1, 45_000n],
    ["Image optimiser", 6, 30_000n],
    ["Run service", 9, 0n],
  ]);
});

test("weeks are cut at the ends of the range, and those without use stand there too", () => {
  const periods = toPeriods(days, { from: "2026-10-01", to: "2026-10-13" }, "week");
  expect(periods).toEqual([
    { from: "2026-10-01", to: "2026-10-04", runs: 6, calls: 0, costMilli: 30_000n },
    { from: "2026-10-05", to: "2026-10-11", runs: 1, calls: 9, costMilli: 45_000n },
    { from: "2026-10-12", to: "2026-10-13", runs: 0, calls: 0, costMilli: 0n },
  ]);
});
