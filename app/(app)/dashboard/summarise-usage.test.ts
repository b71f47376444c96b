import { describe, expect, it } from "vitest";

import { type Entry, type EntryReason } from "@/lib/credits/types";

import { runsLeft, summariseUsage } from "./summarise-usage";

const now = new Date("2026-11-22T12:00:00Z");

function entry(daysAgo: number, credits: number, reason: EntryReason = "capture"): Entry {
  return {
    seq: BigInt(1_000_000 - Math.round(daysAgo * 10)),
    reason,
    deltaMilli: BigInt(credits) * 1000n,
    balanceAfterMilli: 0n,
    debtDeltaMilli: 0n,
    countsFrom: null,
    at: new Date(now.getTime() - daysAgo * 86_400_000),
    reference: "",
    description: "",
    parts: [],
  };
}

const summarise = (entries: Entry[], older: bigint | null = null) => summariseUsage({ entries, older }, now);

describe("what the latest movements say", () => {
  it("says nothing of a new account but that nothing was used", () => {
    expect(summarise([])).toEqual({ usedMilli: 0n, changePercent: null, usualRunMilli: null });
  });

  it("counts what runs took, and neither grants nor expiry nor runs that were given back", () => {
    const entries = [
      entry(0, -10),
      entry(1, -20, "spend"),
      entry(2, 500, "grant"),
      entry(3, 0, "release"),
      entry(4, -90, "expire"),
    ];
    expect(summarise(entries).usedMilli).toBe(30_000n);
  });

  it("compares with the 30 days before", () => {
    expect(summarise([entry(1, -112), entry(31, -100)]).changePercent).toBe(12);
    expect(summarise([entry(1, -50), entry(59, -100)]).changePercent).toBe(-50);
    expect(summarise([entry(1, -100), entry(31, -100)]).changePercent).toBe(0);
    expect(summarise([entry(1, -50), entry(61, -100)]).changePercent).toBeNull();
  });

  it("gives no sum that the page does not cover", () => {
    expect(summarise([entry(1, -10), entry(20, -10)], 5n)).toMatchObject({
      usedMilli: null,
      changePercent: null,
    });
    expect(summarise([entry(1, -10), entry(40, -10)], 5n)).toMatchObject({
      usedMilli: 10_000n,
      changePercent: null,
    });
  });

  it("takes the median for the usual run, so that one large run does not count for all", () => {
    expect(summarise([entry(1, -10), entry(2, -12), entry(3, -900)]).usualRunMilli).toBe(12_000n);
  });
});

it.each([
  [100_000n, 24_000n, 4],
  [23_999n, 24_000n, 0],
  [0n, 24_000n, 0],
  [100_000n, null, null],
])("a balance of %s at %s a run pays for %s runs", (total, usual, left) => {
  expect(runsLeft(total, usual)).toBe(left);
});
