import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plans } from "@/lib/catalog/catalog";
import { toEntitlement, windowAt } from "./policy";
import { planQuotas, quotaKinds } from "./types";

const at = (text: string) => new Date(text);

describe("windows", () => {
  test.each([
    ["minute", "2026-12-31T23:59:59.999Z", ["2026-12-31T23:59:00Z", "2027-01-01T00:00:00Z"]],
    ["day", "2028-02-29T12:00:00Z", ["2028-02-29T00:00:00Z", "2028-03-01T00:00:00Z"]],
    ["month", "2026-11-30T23:59:59.999Z", ["2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z"]],
    ["month", "2026-12-01T00:00:00Z", ["2026-12-01T00:00:00Z", "2027-01-01T00:00:00Z"]],
  ] as const)("of a %s around %s", (window, now, [startsAt, endsAt]) => {
    expect(windowAt(window, at(now))).toEqual({ startsAt: at(startsAt), endsAt: at(endsAt) });
  });

  test("follow each other without gap, whatever zone the machine is in", () => {
    fc.assert(
      fc.property(fc.date({ min: at("1990-01-01"), max: at("2090-01-01"), noInvalidDate: true }), (now) => {
        for (const window of ["minute", "day", "month"] as const) {
          const { startsAt, endsAt } = windowAt(window, now);
          expect(startsAt <= now && endsAt !== null && now < endsAt).toBe(true);
          expect(windowAt(window, endsAt!).startsAt).toEqual(endsAt);
          expect(windowAt(window, new Date(startsAt.getTime() - 1)).endsAt).toEqual(startsAt);
        }
      }),
    );
  });

  test("of what goes up and down never end", () => {
    expect(windowAt("level", at("2026-11-23T00:00:00Z"))).toEqual({ startsAt: new Date(0), endsAt: null });
  });
});

describe("what somebody may use", () => {
  const endsAt = at("2027-01-01T00:00:00Z");

  test("is what their plan gives, and each larger plan gives more", () => {
    for (const [index, plan] of [null, ...plans].entries()) {
      const { limits, next, planName } = toEntitlement({ planKey: plan?.key ?? null, overrides: [] });
      expect(planName).toBe(plan?.name ?? "Free");
      expect(limits).toEqual(planQuotas[plan?.key ?? "free"]);
      expect(next?.planKey).toBe(plans[index]?.key);
      for (const kind of next ? quotaKinds : [])
        expect(next!.limits[kind] === null || next!.limits[kind] > (limits[kind] ?? 0n)).toBe(true);
    }
  });

  test("is what an admin set, for the kinds that they set, and never below nothing", () => {
    const overrides = [
      { kind: "runs_per_day", limit: -5n, endsAt },
      { kind: "projects", limit: 0n, endsAt },
      { kind: "gone", limit: 7n, endsAt },
    ];
    const { limits, overrides: own } = toEntitlement({ planKey: "plan_pro", overrides });
    expect(limits).toEqual({ ...planQuotas.plan_pro, runs_per_day: 0n, projects: 0n });
    expect(own).toEqual([
      { kind: "runs_per_day", endsAt },
      { kind: "projects", endsAt },
    ]);
  });

  test("is that of the smallest plan where the code does not know a plan any more", () => {
    for (const planKey of ["", "plan_gone", "constructor"])
      expect(toEntitlement({ planKey, overrides: [] }).planKey).toBe(plans[0].key);
  });
});
