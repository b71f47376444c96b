import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays } from "@/components/ranges/days";
import type { UsageDay } from "@/lib/usage/types";
import { toExportHref } from "../search-params";
import { fittingView, toChart } from "./chart";
import { rankingDataset, rankSubjects } from "./ranking";
import { successRate, totalOf } from "./totals";
import { trendOf } from "./trend";
import { isFiltered, listSubjects, selectDays } from "./usage-question";

const used = (day: string, change: Partial<UsageDay> = {}): UsageDay => ({
  ...{ day, kind: "run", subject: "text-statistics", source: "web", events: 2, succeeded: 1, failed: 1 },
  ...{ costMilli: 3_000n, subscriptionMilli: 2_000n, paygMilli: 1_000n, durationMs: 500n },
  ...change,
});
const free = { costMilli: 0n, subscriptionMilli: 0n, paygMilli: 0n };
const call = { kind: "api_call", subject: "getBalance", source: "api", failed: 0, ...free } as const;

const range = { from: "2026-11-01", to: "2026-11-03" };
const days = [
  used("2026-10-31"),
  used("2026-11-01"),
  used("2026-11-01", { subject: "word-counter", events: 9, succeeded: 9, failed: 0, ...free }),
  used("2026-11-03", { source: "api", costMilli: 5_000n, subscriptionMilli: 0n, paygMilli: 5_000n }),
  used("2026-11-03", call),
];
const all = { kind: null, subject: "", source: null };
const shown = selectDays(days, range, all);

it("filters days, kinds, subjects and sources", () => {
  expect(shown).toHaveLength(4);
  expect(selectDays(days, range, { ...all, source: "api" })).toHaveLength(2);
  expect(selectDays(days, range, { ...all, kind: "run", subject: "word-counter" })).toHaveLength(1);
  expect([isFiltered(all), isFiltered({ ...all, subject: "x" })]).toEqual([false, true]);
  expect(listSubjects(days).map(({ subject }) => subject)).toEqual([
    ...["text-statistics", "word-counter", "getBalance"],
  ]);
});

it("adds up, and has no rate of success where nothing ended", () => {
  expect(totalOf(shown)).toEqual({
    ...{ runs: 13, calls: 2, events: 15, succeeded: 12, failed: 2 },
    ...{ costMilli: 8_000n, subscriptionMilli: 2_000n, paygMilli: 6_000n, durationMs: 2_000n },
  });
  expect(successRate(totalOf(shown))).toBeCloseTo(12 / 14);
  expect(successRate(totalOf([]))).toBeNull();
});

it("ranks by credits, then by use, and names what it ranks", () => {
  const { rows } = rankingDataset(rankSubjects(shown), "What you used");
  expect(rows).toEqual([
    ["Text statistics", 8_000n, 4, 0.5, 250],
    ["Word counter", 0n, 9, 1, 500 / 9],
    ["Get balance", 0n, 2, 1, 500],
  ]);
});

it("draws the first four by themselves, and every day, also those without use", () => {
  const many = ["a", "b", "c", "d", "e", "f"].map((subject, index) =>
    used("2026-11-02", { subject, costMilli: BigInt(9 - index) * 1_000n }),
  );
  const { dataset, series } = toChart("subject", many, { range, bucket: "day", ranked: rankSubjects(many) });
  expect(series.map(({ label }) => label)).toEqual(["a", "b", "c", "d", "Others"]);
  expect(dataset.rows).toEqual([
    ["2026-11-01", 0n, 0n, 0n, 0n, 0n],
    ["2026-11-02", 9_000n, 8_000n, 7_000n, 6_000n, 9_000n],
    ["2026-11-03", 0n, 0n, 0n, 0n, 0n],
  ]);
});

it("draws credits by kind and use by times, by weeks and months where days are many", () => {
  const ranked = rankSubjects(shown);
  const byKind = toChart("credits", shown, { range, bucket: "month", ranked });
  expect(byKind.dataset.rows).toEqual([["2026-11-01", 2_000n, 6_000n]]);
  const times = toChart("events", shown, { range, bucket: "week", ranked });
  expect(times.dataset.rows).toEqual([
    ["2026-10-26", 2n, 9n, 0n],
    ["2026-11-02", 2n, 0n, 2n],
  ]);
  expect([fittingView(shown), fittingView([used("2026-11-01", call)])]).toEqual(["subject", "events"]);
});

it("what is drawn adds up to the total, whatever was used and however it is divided", () => {
  const use = fc.record({
    day: fc.nat(200).map((day) => addDays("2026-05-01", day)),
    subject: fc.constantFrom("a", "b", "c", "d", "e", "f"),
    costMilli: fc.bigInt({ min: 0n, max: 10n ** 12n }),
    events: fc.nat(1_000),
  });
  const whole = { from: "2026-05-01", to: "2026-11-30" };
  fc.assert(
    fc.property(fc.array(use), fc.constantFrom("day", "week", "month"), (uses, bucket) => {
      const some = uses.map(({ day, ...change }) => used(day, change));
      const total = totalOf(some);
      const asked = { range: whole, bucket, ranked: rankSubjects(some) } as const;
      const sum = (view: "subject" | "events") =>
        toChart(view, some, asked)
          .dataset.rows.flatMap((row) => row.slice(1))
          .reduce((sum, cell) => (sum as bigint) + (cell as bigint), 0n);
      expect([sum("subject"), sum("events")]).toEqual([total.costMilli, BigInt(total.events)]);
      expect(trendOf(some, asked, ({ events }) => events).reduce((a, b) => a + b, 0)).toBe(total.events);
    }),
  );
});

it("leads to the same figures as a file", () => {
  expect(toExportHref("csv", all, range)).toBe("/usage/export?format=csv&from=2026-11-01&to=2026-11-03");
  expect(toExportHref("pdf", { kind: "run", subject: "a b", source: "api" }, range)).toBe(
    "/usage/export?format=pdf&from=2026-11-01&to=2026-11-03&kind=run&subject=a+b&source=api",
  );
});
