import { expect, it } from "vitest";
import type { CreditFlow, PlanShare, Recurring, ServiceFigures } from "@/lib/analytics/types";
import { liabilityDataset } from "./credits";
import { plansDataset, sharesIn } from "./plans";
import { movementDataset } from "./recurring";
import { retentionDataset } from "./retention";
import { serviceCreditsDataset } from "./services";

it("movement has the sum of what came and went", () => {
  const point = {
    ...{ day: "2026-11-01", newMinor: 5_000n, expansionMinor: 100n, reactivationMinor: 0n },
    ...{ contractionMinor: 300n, churnMinor: 1_000n },
  };
  const { rows } = movementDataset({ currency: "usd", points: [point] } as unknown as Recurring, "month");
  expect(rows).toEqual([["2026-11-01", 5_000n, 100n, 0n, 300n, 1_000n, 3_800n]]);
});

const service = (slug: string) => ({ slug, title: slug.toUpperCase() }) as ServiceFigures;
const ran = (day: string, slug: string, creditsMilli: bigint) => ({ day, slug, creditsMilli, runs: 1 });

it("draws four services by themselves and the others together, days without runs too", () => {
  const { columns, rows } = serviceCreditsDataset(
    {
      services: ["a", "b", "c", "d", "e", "f"].map(service),
      points: [ran("2026-11-01", "a", 10n), ran("2026-11-01", "e", 2n), ran("2026-11-01", "f", 3n)],
    },
    { bucket: "day", days: ["2026-11-01", "2026-11-02"] },
  );
  expect(columns.map(({ title }) => title)).toEqual(["Day", "A", "B", "C", "D", "Others"]);
  expect(rows).toEqual([
    ["2026-11-01", 10n, 0n, 0n, 0n, 5n],
    ["2026-11-02", 0n, 0n, 0n, 0n, 0n],
  ]);
});

it("what people can spend comes most first, and what they owe last", () => {
  const outstanding = [
    { kind: "debt", milli: -9_000n },
    { kind: "payg", milli: 1_000n },
    { kind: "subscription", milli: 5_000n },
  ] as const;
  expect(liabilityDataset({ outstanding } as unknown as CreditFlow).rows).toEqual([
    ["Of plans", 5_000n],
    ["Pay as you go", 1_000n],
    ["Owed by people", -9_000n],
  ]);
});

it("leaves months that have not begun empty", () => {
  const { columns, rows } = retentionDataset({
    of: "active",
    cohorts: [
      { month: "2026-10-01", people: 4, returned: [3, 1] },
      { month: "2026-11-01", people: 2, returned: [2] },
    ],
  });
  expect(columns.map(({ title }) => title)).toEqual(["Signed up in", "People", "Month 0", "Month 1"]);
  expect(rows).toEqual([
    ["2026-10-01", 4, 3, 1],
    ["2026-11-01", 2, 2, null],
  ]);
});

const share = (change: Partial<PlanShare>): PlanShare => ({
  ...{ planKey: "plan_basic", planName: "Basic", interval: "month", state: "paying", currency: "usd" },
  ...{ people: 3, peopleBefore: null, mrrMinor: 15_000n },
  ...change,
});

it("plans are those of one currency and those that cost nothing; a price nobody knows is named", () => {
  const given = share({ state: "complimentary", currency: null, interval: null, mrrMinor: 0n });
  const unknown = share({ planKey: null, planName: "", interval: "year" });
  const shares = sharesIn([share({}), share({ currency: "jpy" }), given, unknown], "usd");
  expect(plansDataset(shares, "usd").rows).toEqual([
    ["Basic, by month", "Paying", 3, null, 15_000n],
    ["Basic", "Complimentary", 3, null, 0n],
    ["Unknown plan, by year", "Paying", 3, null, 15_000n],
  ]);
});
