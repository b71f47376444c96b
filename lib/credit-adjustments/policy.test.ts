import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entryWords, planAdjustment, tokenOf } from "./policy";
import { adjustSchema, wishSchema } from "./schema";
import { adjustmentActs, type AdjustmentWish } from "./types";

const now = new Date("2026-11-23T12:00:00Z");
const milli = fc.bigInt(0n, 10n ** 12n);
const standings = fc.record({ spendableMilli: milli, debtMilli: milli, owableMilli: milli, version: milli });
const wishes: fc.Arbitrary<AdjustmentWish> = fc.record({
  act: fc.constantFrom(...adjustmentActs),
  creditsMilli: fc.bigInt(1n, 10n ** 12n),
  expiresAt: fc.option(fc.date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true })),
  asDebt: fc.boolean(),
  note: fc.constant(null),
});

describe("what an adjustment does", () => {
  test("moves exactly what was asked, never below zero, and settles or makes debt as it says", () => {
    fc.assert(
      fc.property(standings, wishes, (standing, wish) => {
        const plan = planAdjustment(standing, wish, now);
        if (plan.outcome === "refused") {
          expect(plan.missingMilli).toBe(wish.creditsMilli - plan.availableMilli);
          return;
        }
        const { spendable, debt } = plan;
        for (const { beforeMilli, changeMilli, afterMilli } of [spendable, debt]) {
          expect(afterMilli).toBe(beforeMilli + changeMilli);
          expect(afterMilli).toBeGreaterThanOrEqual(0n);
        }
        const worth = spendable.changeMilli - debt.changeMilli;
        expect(worth).toBe(wish.act === "remove" ? -wish.creditsMilli : wish.creditsMilli);
        if (wish.act === "add" && spendable.changeMilli > 0n) expect(debt.afterMilli).toBe(0n);
        if (debt.changeMilli > 0n) {
          expect(wish).toMatchObject({ act: "remove", asDebt: true });
          expect(spendable.afterMilli).toBe(0n);
          expect(debt.changeMilli).toBeLessThanOrEqual(standing.owableMilli);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("refuses in words for each case, and only then", () => {
    const standing = { spendableMilli: 800n, debtMilli: 50n, owableMilli: 300n, version: 4n };
    const wish = { act: "remove", creditsMilli: 1_000n, expiresAt: null, asDebt: false, note: null } as const;
    const refusalOf = (change: Partial<AdjustmentWish>) => {
      const plan = planAdjustment(standing, { ...wish, ...change }, now);
      return plan.outcome === "refused" ? plan.refusal : null;
    };
    expect(refusalOf({})).toBe("below_zero");
    expect(refusalOf({ creditsMilli: 800n })).toBeNull();
    expect(refusalOf({ asDebt: true })).toBeNull();
    expect(refusalOf({ asDebt: true, creditsMilli: 1_100n })).toBeNull();
    expect(refusalOf({ asDebt: true, creditsMilli: 1_101n })).toBe("beyond_used");
    expect(refusalOf({ act: "forgive" })).toBe("beyond_debt");
    expect(refusalOf({ act: "forgive", creditsMilli: 50n })).toBeNull();
    expect(refusalOf({ act: "add", expiresAt: now })).toBe("expired");
    expect(planAdjustment({ ...standing, debtMilli: 0n }, { ...wish, act: "forgive" }, now)).toMatchObject({
      refusal: "no_debt",
    });
  });

  test("is named anew by whatever changes on the account", () => {
    fc.assert(
      fc.property(standings, standings, (a, b) => {
        const same =
          JSON.stringify(Object.values(a).map(String)) === JSON.stringify(Object.values(b).map(String));
        const undoing = { adjustmentId: "one", asDebt: false };
        expect(tokenOf(a, undoing) === tokenOf(b, undoing)).toBe(same);
        expect(tokenOf(a, undoing)).not.toBe(tokenOf(a, { ...undoing, asDebt: true }));
      }),
    );
  });

  test("has words of its own in the history where the admin gave none", () => {
    expect(entryWords("add", "For the outage of Sunday")).toBe("For the outage of Sunday");
    expect(entryWords("remove", null)).toBe("Correction by our support");
  });
});

describe("the form", () => {
  const typed = {
    act: "add",
    amount: "12.5",
    lasts: "until",
    expires: "2026-12-31",
    note: "  Sorry  for that ",
  };
  const id = "0197a3c2-7a5e-7c1e-8000-000000000001";

  test("is read into an amount, an instant and words", () => {
    expect(wishSchema.parse(typed)).toEqual({
      ...{ act: "add", creditsMilli: 12_500n, asDebt: false, note: "Sorry for that" },
      expiresAt: new Date("2027-01-01T00:00:00Z"),
    });
    expect(wishSchema.parse({ act: "remove", amount: "1", asDebt: "on", expires: "2026-12-31" })).toEqual({
      ...{ act: "remove", creditsMilli: 1_000n, asDebt: true, note: null, expiresAt: null },
    });
    const sent = { ...typed, id, userId: id, token: "t", reason: " why " };
    expect(adjustSchema.parse(sent)).toMatchObject({ id, reason: "why", wish: { creditsMilli: 12_500n } });
  });

  test.each([
    [{ amount: "1.2345" }, "amount"],
    [{ amount: "1000000.001" }, "amount"],
    [{ amount: undefined }, "amount"],
    [{ expires: "2026-02-30" }, "expires"],
    [{ expires: "" }, "expires"],
    [{ expires: "tomorrow" }, "expires"],
    [{ act: "double" }, "act"],
    [{ note: "x".repeat(121) }, "note"],
    [{ note: "a\u202Eb" }, "note"],
    [{ note: "\ud800" }, "note"],
  ])("refuses %j at its field", (change, field) => {
    const { error } = wishSchema.safeParse({ ...typed, ...change });
    expect(error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });

  test.each([
    [{ reason: "no" }],
    [{ reason: "" }],
    [{ reason: "x".repeat(501) }],
    [{ id: "1" }],
    [{ userId: "" }],
  ])("refuses a confirmation with %j", (change) => {
    const sent = { ...typed, id, userId: id, token: "t", reason: "why", ...change };
    expect(adjustSchema.safeParse(sent).success).toBe(false);
  });
});
