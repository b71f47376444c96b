import { describe, expect, test } from "vitest";
import { assertChangeable, findSurplus, isUpgrade, memberOf, whatChanged } from "./policy";
import type { SubscriptionStatus } from "./types";

const at = (text: string) => new Date(`${text}T00:00:00Z`);

test("plans are members' matter", () => {
  expect(memberOf({ kind: "user", userId: "u", role: "member", sessionId: "s" })).toBe("u");
  expect(() => memberOf({ kind: "system", name: "worker" })).toThrow("subscriptions.sign_in_required");
});

describe("of several subscriptions that live", () => {
  const one = (id: string, startedAt: string, status: SubscriptionStatus = "active") => ({
    ...{ stripeSubscriptionId: id, status },
    startedAt: at(startedAt),
  });
  const unknown = { planId: null, surplusIds: new Set<string>() };

  test("the first stays; of two of the same second the one whose id comes first, in whichever order they are read", () => {
    const [early, a, b] = [
      one("sub_z", "2026-01-01"),
      one("sub_a", "2026-01-02"),
      one("sub_b", "2026-01-02"),
    ];
    expect(findSurplus([b, early, a], unknown)).toEqual(new Set(["sub_a", "sub_b"]));
    expect(findSurplus([a, b], unknown)).toEqual(new Set(["sub_b"]));
    expect(findSurplus([b, a], unknown)).toEqual(new Set(["sub_b"]));
  });

  test("the member's plan stays, though it began later; what was surplus is so for ever", () => {
    const both = [one("sub_a", "2026-01-01"), one("sub_b", "2026-01-02")];
    expect(findSurplus(both, { ...unknown, planId: "sub_b" })).toEqual(new Set(["sub_a"]));
    expect(findSurplus(both, { planId: null, surplusIds: new Set(["sub_a"]) })).toEqual(new Set(["sub_a"]));
    expect(findSurplus([one("sub_a", "2026-01-01", "canceled")], unknown)).toEqual(new Set());
  });

  test("all are surplus where the plan is another customer's of the same member", () => {
    const [other, over] = [one("sub_b", "2026-01-02"), one("sub_a", "2026-01-01", "canceled")];
    expect(findSurplus([other], { ...unknown, planId: "sub_a" })).toEqual(new Set(["sub_b"]));
    expect(findSurplus([other, over], { ...unknown, planId: "sub_a" })).toEqual(new Set());
  });
});

describe("a change of plan", () => {
  const plan = { status: "active" as const, stripePriceId: "price_a", cancelsAt: null, paused: false };
  const offer = { stripePriceId: "price_b" };

  test("is possible while the plan runs", () => {
    expect(() => assertChangeable(plan, offer)).not.toThrow();
    expect(() => assertChangeable({ ...plan, status: "trialing" }, offer)).not.toThrow();
  });

  test.each([
    ["same_plan", { stripePriceId: "price_b" }],
    ["past_due", { status: "past_due" as const }],
    ["past_due", { status: "unpaid" as const }],
    ["canceling", { cancelsAt: at("2026-02-01") }],
    ["paused", { paused: true }],
    ["paused", { status: "paused" as const }],
  ])("is refused as %s for a plan with %o", (code, values) => {
    expect(() => assertChangeable({ ...plan, ...values }, offer)).toThrow(`subscriptions.${code}`);
  });

  const [month, year] = ["month", "year"] as const;
  test.each([
    ["more credits", { from: month, to: month, more: 1n }, true],
    ["fewer credits", { from: month, to: month, more: -1n }, false],
    ["the same for a longer period", { from: month, to: year, more: 0n }, true],
    ["the same for a shorter period", { from: year, to: month, more: 0n }, false],
    ["more credits for a shorter period", { from: year, to: month, more: 1n }, false],
    ["more credits for the same year", { from: year, to: year, more: 1n }, true],
    ["more credits than a price that the catalogue does not know", { from: null, to: month, more: 1n }, true],
  ])("to %s: billed at once is %o, %s", (_words, { from, to, more }, atOnce) => {
    const offers = [
      { interval: from, creditsMilli: 100n },
      { interval: to, creditsMilli: 100n + more },
    ] as const;
    expect(isUpgrade(...offers)).toBe(atOnce);
  });
});

describe("what a member hears of a plan besides its invoices", () => {
  const plan = {
    status: "active" as const,
    stripePriceId: "price_a",
    trialEndsAt: null,
    cancelsAt: null,
    endedAt: null,
    next: null,
  };
  const next = { planName: "Basic", startsAt: at("2026-02-01") };
  const ended = { ...plan, status: "canceled" as const, endedAt: at("2026-02-01") };

  test("its end, once", () => {
    expect(whatChanged(plan, ended)).toEqual({ event: "ended", endedAt: at("2026-02-01") });
    expect(whatChanged(ended, ended)).toBeNull();
    expect(whatChanged(plan, { ...ended, endedAt: null })).toBeNull();
  });

  test("that it will end, and that it will not after all", () => {
    const canceled = { ...plan, cancelsAt: at("2026-02-01") };
    expect(whatChanged(plan, canceled)).toEqual({ event: "canceled", endsAt: at("2026-02-01") });
    expect(whatChanged(canceled, plan)).toEqual({ event: "resumed" });
    expect(whatChanged(canceled, canceled)).toBeNull();
  });

  test("a change that is planned, planned anew, or taken back; an unchanged one is no news", () => {
    const planned = { ...plan, next };
    const [pro, later] = [
      { ...next, planName: "Pro" },
      { ...next, startsAt: at("2026-03-01") },
    ];
    expect(whatChanged(plan, planned)).toEqual({ event: "change_planned", next });
    expect(whatChanged(planned, { ...plan, next: pro })).toEqual({ event: "change_planned", next: pro });
    expect(whatChanged(planned, { ...plan, next: later })).toEqual({ event: "change_planned", next: later });
    expect(whatChanged(planned, { ...plan, next: { ...next } })).toBeNull();
    expect(whatChanged(planned, plan)).toEqual({ event: "change_undone", dropped: next });
  });

  test("nothing of a change that happened: its invoice tells", () => {
    expect(whatChanged({ ...plan, next }, { ...plan, stripePriceId: "price_b" })).toBeNull();
  });
});
