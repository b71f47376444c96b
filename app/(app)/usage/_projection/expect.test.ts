import { expect, it } from "vitest";
import { addDays } from "@/components/ranges/days";
import type { QuotaMeter } from "@/lib/quotas/types";
import type { UsageDay, UsageKind } from "@/lib/usage/types";
import { expectBalance, expectMeter, isForeseen } from "./expect";
import { runOutWords, amountWords } from "./expectation-words";

const today = "2026-11-23";
const now = new Date("2026-11-23T12:00:00Z");
const used = (day: string, kind: UsageKind, events: number): UsageDay => ({
  ...{ day, kind, subject: "x", source: "web", events, succeeded: events, failed: 0, durationMs: 0n },
  ...{ costMilli: BigInt(events) * 1000n, subscriptionMilli: 0n, paygMilli: BigInt(events) * 1000n },
});
const pastOf = (count: number, zone = "UTC") => ({
  ...{ zone, today },
  days: Array.from({ length: count }, (_, index) => used(addDays(today, index - count), "run", 10)),
});
const month = (usedNow: bigint, limit: bigint | null, change: Partial<QuotaMeter> = {}): QuotaMeter => ({
  ...{
    kind: "runs_per_month",
    used: usedNow,
    limit,
    resetsAt: new Date("2026-12-01T00:00:00Z"),
    from: "plan",
  },
  ...change,
});

it("foresees what fills a month's limit, with what was used before", () => {
  const expected = expectMeter(month(220n, 280n), pastOf(30), now);
  expect(expected?.use.expected).toBeCloseTo(220 + 75);
  expect(expected?.runOut).toMatchObject({ runsOut: true, day: "2026-11-29" });
  expect(expectMeter(month(220n, 1_000n), pastOf(30), now)?.runOut).toEqual({
    runsOut: false,
    earliest: null,
  });
});

it("says nothing of what was hardly used, of other limits, and of what is reached or has no limit", () => {
  expect(expectMeter(month(9n, 50n), pastOf(13), now)).toBeNull();
  expect(expectMeter(month(9n, 50n, { kind: "api_calls_per_month" }), pastOf(30), now)).toBeNull();
  expect(expectMeter(month(9n, 50n, { kind: "runs_per_day" }), pastOf(30), now)).toBeNull();
  expect([isForeseen("runs_per_month"), isForeseen("runs_per_day")]).toEqual([true, false]);
  for (const meter of [month(50n, 50n), month(60n, 50n), month(50n, null)])
    expect(expectMeter(meter, pastOf(30), now)?.runOut).toBeNull();
});

it.each([
  ["UTC", 75, "2026-12-01T00:00:00.000Z"],
  ["Pacific/Kiritimati", 75 - (10 * 14) / 24, "2026-11-30T10:00:00.000Z"],
  ["America/Los_Angeles", 75 + (10 * 8) / 24, "2026-12-01T08:00:00.000Z"],
])("credits are foreseen to the end of the month in %s", (...[zone, expected, until]) => {
  const day = zone === "Pacific/Kiritimati" ? addDays(today, 1) : today;
  const past = { ...pastOf(30, zone), today: day };
  const ahead = expectBalance(1_000_000n, { ...past, days: [...past.days, used(today, "run", 10)] }, now);
  expect(ahead?.use.expected).toBeCloseTo(expected);
  expect(ahead?.until.toISOString()).toBe(until);
});

it("a balance runs out on a day, not before ninety days, or is used up already", () => {
  expect(expectBalance(65_000n, pastOf(30), now)?.runOut).toMatchObject({ day: "2026-11-29" });
  expect(expectBalance(10_000_000n, pastOf(30), now)).toMatchObject({
    ...{ ahead: "2027-02-21", runOut: { runsOut: false } },
  });
  expect(expectBalance(0n, pastOf(30), now)?.runOut).toBeNull();
  expect(expectBalance(0n, pastOf(3), now)).toBeNull();
});

it.each([
  [{ expected: 820.4, low: 700.2, high: 940.6 }, "about 820 (700–941)"],
  [{ expected: 820, low: 820, high: 820 }, "about 820"],
])("%j is told as %j", (range, words) => {
  expect(amountWords(range)).toBe(words);
});

const day = "2026-11-27";
it.each([
  [{ runsOut: true, day, earliest: day, latest: day }, "At this pace you reach the limit on 27 Nov 2026."],
  [
    { runsOut: true, day, earliest: "2026-11-25", latest: "2026-12-02" },
    "At this pace you reach the limit on 27 Nov 2026 (25 Nov – 2 Dec 2026).",
  ],
  [
    { runsOut: true, day, earliest: "2026-11-25", latest: null },
    "At this pace you reach the limit on 27 Nov 2026; at a high one on 25 Nov 2026, at a low one not at all.",
  ],
  [{ runsOut: false, earliest: null }, "At this pace the limit is enough."],
  [
    { runsOut: false, earliest: day },
    "At this pace the limit is enough; at a high one it may be reached on 27 Nov 2026.",
  ],
] as const)("%j of a limit is told in words", (runOut, words) => {
  expect(runOutWords(runOut, "limit", "2027-02-21")).toBe(words);
});

it("a balance has words of its own", () => {
  const early = { runsOut: false, earliest: null } as const;
  expect(runOutWords({ runsOut: true, day, earliest: day, latest: null }, "balance", "2027-02-21")).toMatch(
    /after 21 Feb 2027/,
  );
  expect(runOutWords(early, "balance", "2027-02-21")).toBe(
    "At this pace you do not run out before 21 Feb 2027.",
  );
  expect(runOutWords({ runsOut: true, day, earliest: day, latest: day }, "balance", "")).toContain(
    "run out on 27 Nov",
  );
});
