import { describe, expect, it } from "vitest";
import { type WirePrice } from "../../store/object-types";
import { anchorOfConfig, type CycleTerms, periodFrom } from "./billing-cycle";

const at = (text: string): number => Date.parse(`${text}T12:00:00Z`) / 1000;
const day = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10);

function monthly(anchor: string, changes: Partial<CycleTerms> = {}): CycleTerms {
  const price = { recurring: { interval: "month", interval_count: 1 } } as WirePrice;
  return {
    billing_cycle_anchor: at(anchor),
    billing_cycle_anchor_config: null,
    cancel_at: null,
    trial_end: null,
    items: { data: [{ price }] },
    ...changes,
  };
}

describe("periodFrom", () => {
  it("is a full interval when it begins on the anchor", () => {
    const period = periodFrom(monthly("2030-01-31"), at("2030-02-28"));
    expect([period.kind, day(period.end)]).toEqual(["full", "2030-03-31"]);
  });

  it("lasts to the next anchor when it begins between two, and knows how long a whole one is", () => {
    const period = periodFrom(monthly("2030-02-01"), at("2030-01-15"));
    expect(period).toEqual({
      kind: "partial",
      start: at("2030-01-15"),
      end: at("2030-02-01"),
      whole: 31 * 86400,
    });
  });

  it("is the trial until the trial's end, and counts from there", () => {
    const terms = monthly("2030-01-20", { trial_end: at("2030-01-20") });
    expect(periodFrom(terms, at("2030-01-06"))).toMatchObject({ kind: "trial", end: at("2030-01-20") });
    expect(periodFrom(terms, at("2030-01-20"))).toMatchObject({ kind: "full", end: at("2030-02-20") });
  });

  it("ends when the subscription does", () => {
    const terms = monthly("2030-01-01", { cancel_at: at("2030-03-10") });
    expect(periodFrom(terms, at("2030-02-01"))).toMatchObject({ kind: "full" });
    expect(periodFrom(terms, at("2030-03-01"))).toMatchObject({ kind: "partial", end: at("2030-03-10") });
  });

  it("returns to the configured day after a month without it", () => {
    const config = { day_of_month: 31, hour: null, minute: null, month: null, second: null };
    const terms = monthly("2030-02-28", { billing_cycle_anchor_config: config });
    expect(day(periodFrom(terms, at("2030-02-28")).end)).toBe("2030-03-31");
    expect(day(periodFrom(terms, at("2030-03-31")).end)).toBe("2030-04-30");
  });
});

describe("anchorOfConfig", () => {
  const config = { day_of_month: 31, hour: null, minute: null, month: null, second: null };

  it.each([
    ["later in the same month", "2030-01-10", {}, "2030-01-31"],
    ["on the last day of a short month", "2030-02-10", {}, "2030-02-28"],
    ["next month when the day has passed", "2030-01-10", { day_of_month: 5 }, "2030-02-05"],
    ["in the month asked for", "2030-03-10", { day_of_month: 1, month: 2 }, "2031-02-01"],
  ])("falls %s", (...[, now, changes, expected]) => {
    expect(day(anchorOfConfig({ ...config, ...changes }, at(now)))).toBe(expected);
  });

  it("takes the hour, minute and second asked for", () => {
    const anchor = anchorOfConfig({ ...config, hour: 8, minute: 30, second: 5 }, at("2030-01-10"));
    expect(new Date(anchor * 1000).toISOString()).toBe("2030-01-31T08:30:05.000Z");
  });
});
