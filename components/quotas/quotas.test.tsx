import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { planQuotas, quotaKinds, type QuotaMeter as MeterOf } from "@/lib/quotas/types";
import { formatQuota } from "./format-quota";
import { findReached, findTight, percentOf, stateOf } from "./meter-share";
import type { QuotaPlan } from "./next-plan-rows";
import { QuotaMeter } from "./quota-meter";
import { QuotaRefused } from "./quota-refused";
import { toQuotaTitle } from "./quota-words";

const resetsAt = new Date("2026-12-01T00:00:00Z");
const meter = (used: bigint, limit: bigint | null, change: Partial<MeterOf> = {}): MeterOf => ({
  ...{ kind: "runs_per_day", used, limit, resetsAt, from: "plan" },
  ...change,
});

const textOf = (element: React.ReactElement) =>
  renderToStaticMarkup(element)
    .replace(/<svg.*?<\/svg>/g, "")
    .replace(/<!--.*?-->/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&#x27;/g, "'")
    .replace(/\s+/g, " ");

const free: QuotaPlan = {
  ...{ planName: "Free", limits: planQuotas.free, overrides: [] },
  next: { planKey: "plan_basic", planName: "Basic", limits: planQuotas.plan_basic, creditsPerMonth: 1_000 },
};

it.each([
  ["runs_per_day", 1_000n, "1,000"],
  ["storage_bytes", 1_073_741_824n, "1 GiB"],
  ["storage_bytes", 1_536n, "1.5 KiB"],
  ["storage_bytes", 0n, "0 B"],
  ["storage_bytes", 2n ** 62n, "4,194,304 TiB"],
  ["projects", null, "Unlimited"],
] as const)("%s of %s is %j", (kind, amount, text) => {
  expect(formatQuota(kind, amount)).toBe(text);
});

it.each([
  [39n, 50n, 78, "well"],
  [40n, 50n, 80, "near"],
  [999n, 1_000n, 99, "near"],
  [50n, 50n, 100, "reached"],
  [60n, 50n, 120, "reached"],
  [0n, 0n, 100, "reached"],
  [5n, -1n, 100, "reached"],
  [9_999n, null, null, "well"],
] as const)("%s of %s is %s percent: %s", (...[used, limit, percent, state]) => {
  expect([percentOf({ used, limit }), stateOf({ used, limit })]).toEqual([percent, state]);
});

it("the fullest limit is the one that is prompted for", () => {
  const month = meter(990n, 1_000n, { kind: "runs_per_month" });
  expect(findTight([meter(40n, 50n), month, meter(3n, null)])).toBe(month);
  expect(findTight([meter(3n, 50n)])).toBeNull();
  expect(findTight([meter(60n, 60n, { kind: "api_calls_per_minute" })])).toBeNull();
});

it("the limit that a run was refused by is the first that has no room", () => {
  const month = meter(1_000n, 1_000n, { kind: "runs_per_month" });
  const calls = meter(60n, 60n, { kind: "api_calls_per_minute" });
  expect(findReached([calls, meter(40n, 50n), month], "run")).toEqual(month);
  expect(findReached([calls, month], "api_call")).toEqual(calls);
  expect(findReached([meter(40n, 50n), meter(9n, null)], "run")).toBeNull();
});

it("every limit has words for being reached, and for being nothing", () => {
  for (const kind of quotaKinds) {
    expect(toQuotaTitle({ kind, used: 50, limit: 50 })).toMatch(/^(You have|This is larger)/);
    expect(toQuotaTitle({ kind, used: 0, limit: 0 })).toMatch(/^You can’t/);
  }
});

describe("a meter", () => {
  it("says what is used, when it begins anew and whose limit it is", () => {
    const until = new Date("2026-12-24T12:00:00Z");
    expect(textOf(<QuotaMeter meter={meter(41n, 50n, { from: "override" })} setUntil={until} />)).toBe(
      " Runs a day 41 of 50 · 82% Set for you until 24 Dec 2026 . It begins anew at 00:00 . ",
    );
    expect(renderToStaticMarkup(<QuotaMeter meter={meter(41n, 50n)} />)).toContain("bg-warning");
  });

  it("has no bar and nothing to begin anew without a limit", () => {
    expect(textOf(<QuotaMeter meter={meter(41n, null)} />)).toBe(" Runs a day 41 · Unlimited ");
  });
});

describe("a refusal", () => {
  const refusal = { kind: "runs_per_day", used: 50, limit: 50, resetsAt } as const;

  it("says what was used, that nothing was charged, and exactly what the next plan gives", () => {
    const text = textOf(<QuotaRefused refusal={refusal} plan={free} kept="Your input is still here." />);
    expect(text).toContain("You have used 50 of 50 runs today.");
    expect(text).toContain("It begins anew at 00:00 . You were not charged. Your input is still here.");
    expect(text).toContain("Runs a day 50 1,000 Runs a month 1,000 20,000");
    expect(text).toContain("Credits a month 1,000 See Basic and all plans");
  });

  it("begins with the limit that is reached, and leaves out what the next plan does not raise", () => {
    const month = { ...refusal, kind: "api_calls_per_month" } as const;
    const limits = { ...planQuotas.free, runs_per_day: null };
    const text = textOf(<QuotaRefused refusal={month} plan={{ ...free, limits }} />);
    expect(text).toContain("Basic API calls a month 5,000 100,000 Runs a month");
    expect(text).not.toContain("Runs a day");
  });

  it.each([
    ["the largest plan", { ...free, planName: "Pro", next: null }, "Pro is our largest plan."],
    [
      "a limit of their own",
      { ...free, overrides: [{ kind: "runs_per_day", endsAt: resetsAt }] } as const,
      "a larger plan does not change it",
    ],
  ])("has other words with %s", (_case, plan, words) => {
    const text = textOf(<QuotaRefused refusal={refusal} plan={plan} />);
    expect(text).toContain(words);
    expect(text).toContain("Write to us");
    expect(text).not.toContain("all plans");
  });
});
