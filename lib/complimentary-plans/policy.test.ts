import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findDue, periodOf } from "./policy";

const hour = 60 * 60 * 1000;
const instant = fc.date({ min: new Date("2024-01-01"), max: new Date("2030-01-01"), noInvalidDate: true });
const terms = fc
  .tuple(instant, fc.integer({ min: 1, max: 800 * 24 }), fc.bigInt(1n, 10n ** 9n))
  .map(([startsAt, hours, monthlyMilli]) => ({
    startsAt,
    endsAt: new Date(startsAt.getTime() + hours * hour),
    monthlyMilli,
  }));

describe("the months of a plan that was given", () => {
  test("follow one another from its beginning to its end, and none brings more than a month's credits", () => {
    fc.assert(
      fc.property(terms, (plan) => {
        let at = plan.startsAt;
        for (let number = 0; ; number += 1) {
          const period = periodOf(plan, number);
          if (!period) break;
          expect(period.startsAt).toEqual(at);
          expect(period.endsAt.getTime()).toBeGreaterThan(at.getTime());
          expect(period.creditsMilli).toBeGreaterThanOrEqual(0n);
          expect(period.creditsMilli).toBeLessThanOrEqual(plan.monthlyMilli);
          if (period.endsAt < plan.endsAt) expect(period.creditsMilli).toBe(plan.monthlyMilli);
          at = period.endsAt;
        }
        expect(at).toEqual(plan.endsAt);
      }),
    );
  });

  test("are each granted once however often it is looked, and looked at again when the next begins", () => {
    fc.assert(
      fc.property(terms, fc.array(fc.integer({ min: 1, max: 40 * 24 }), { maxLength: 30 }), (plan, steps) => {
        const granted = new Set<number>();
        let [begun, now] = [0, plan.startsAt];
        for (const step of [0, ...steps]) {
          now = new Date(now.getTime() + step * hour);
          const due = findDue(plan, begun, now);
          for (const { number, endsAt } of due.grants) {
            expect(granted.has(number)).toBe(false);
            expect(endsAt.getTime()).toBeGreaterThan(now.getTime());
            granted.add(number);
          }
          expect(due.begun).toBeGreaterThanOrEqual(begun);
          if (now < plan.endsAt) expect(due.dueAt.getTime()).toBeGreaterThan(now.getTime());
          begun = due.begun;
        }
      }),
    );
  });

  test("end with short months, and the last brings its share", () => {
    const plan = {
      startsAt: new Date("2027-01-31T08:00:00Z"),
      endsAt: new Date("2027-03-14T08:00:00Z"),
      monthlyMilli: 1_000_000n,
    };
    expect([0, 1, 2].map((number) => periodOf(plan, number))).toMatchObject([
      { endsAt: new Date("2027-02-28T08:00:00Z"), creditsMilli: 1_000_000n },
      // 14 days of the 31 from 28 February to 31 March.
      { startsAt: new Date("2027-02-28T08:00:00Z"), creditsMilli: 451_612n },
      null,
    ]);
  });
});
