import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { creditMonths } from "./credit-months";
import { grantsOfInvoice, type CreditedLine, type PlanTerms } from "./invoice-grants";

const day = 86_400_000;
const at = (text: string) => new Date(`${text}T00:00:00Z`);
const period = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) });

const terms: Record<string, PlanTerms> = {
  basic: { planName: "Basic", interval: "month", creditsMilli: 1_000_000n, trialCreditsMilli: 0n },
  pro: { planName: "Pro", interval: "month", creditsMilli: 2_500_000n, trialCreditsMilli: 100_000n },
  basicYear: { planName: "Basic", interval: "year", creditsMilli: 1_000_000n, trialCreditsMilli: 0n },
  proYear: { planName: "Pro", interval: "year", creditsMilli: 2_500_000n, trialCreditsMilli: 0n },
};
const termsOf = (price: string | null) => (price ? (terms[price] ?? null) : null);

function line(price: string, values: Partial<CreditedLine> = {}): CreditedLine {
  return {
    lineId: `il_${price}`,
    description: "",
    amountMinor: 5_000n,
    quantity: 1,
    stripePriceId: price,
    unitAmountMinor: 5_000n,
    stripeItemId: "si_1",
    period: period("2026-01-01", "2026-02-01"),
    proration: false,
    credited: null,
    wholePeriod: null,
    ...values,
  };
}

const grants = (...lines: CreditedLine[]) => grantsOfInvoice("in_1", lines, termsOf);

describe("a paid month", () => {
  test("brings the plan's credits until its end", () => {
    expect(grants(line("basic"))).toEqual([
      {
        key: "in:in_1:il_basic",
        creditsMilli: 1_000_000n,
        effectiveAt: at("2026-01-01"),
        expiresAt: at("2026-02-01"),
        description: "Basic",
      },
    ]);
  });

  test("of two seats brings twice the credits", () => {
    expect(grants(line("basic", { quantity: 2 }))[0]?.creditsMilli).toBe(2_000_000n);
  });

  test("that a discount made free brings its credits all the same", () => {
    expect(grants(line("basic", { amountMinor: 5_000n }))).toHaveLength(1);
  });

  test("of a price that the catalogue does not know brings nothing", () => {
    expect(grants(line("other"))).toEqual([]);
  });

  test("of a trial brings what the plan says of trials", () => {
    const trial = { amountMinor: 0n, period: period("2026-01-01", "2026-01-15") };
    expect(grants(line("basic", trial))).toEqual([]);
    expect(grants(line("pro", trial))).toMatchObject([
      { creditsMilli: 100_000n, expiresAt: at("2026-01-15"), description: "Pro trial" },
    ]);
  });
});

test("a month that is free of itself is no trial: it brings what it says", () => {
  for (const unitAmountMinor of [0n, null])
    expect(grants(line("pro", { amountMinor: 0n, unitAmountMinor }))).toMatchObject([
      { creditsMilli: 2_500_000n, description: "Pro" },
    ]);
});

describe("a paid year", () => {
  const months = grants(line("basicYear", { period: period("2026-01-31", "2027-01-31") }));

  test("brings twelve months' credits, each for its own month, at the ends of short months too", () => {
    expect(months).toHaveLength(12);
    expect(months.map(({ creditsMilli }) => creditsMilli)).toEqual(Array(12).fill(1_000_000n));
    expect(months.slice(0, 3).map(({ effectiveAt }) => effectiveAt)).toEqual(
      ["2026-01-31", "2026-02-28", "2026-03-31"].map(at),
    );
    expect(months.at(-1)?.expiresAt).toEqual(at("2027-01-31"));
    expect(new Set(months.map(({ key }) => key)).size).toBe(12);
  });

  test("leaves no gap and no overlap between months", () => {
    months.slice(1).forEach((month, index) => {
      expect(month.effectiveAt).toEqual(months[index]?.expiresAt);
    });
  });
});

describe("an upgrade in the middle of a month", () => {
  const whole = period("2026-01-01", "2026-01-31");
  const rest = period("2026-01-16", "2026-01-31");
  const back = line("basic", { amountMinor: -2_500n, proration: true, period: rest, wholePeriod: whole });
  const on = line("pro", { amountMinor: 5_000n, proration: true, period: rest, wholePeriod: whole });

  test("brings the difference for the rest of the month, expiring with it", () => {
    expect(grants(back, on)).toEqual([
      expect.objectContaining({
        creditsMilli: 750_000n,
        effectiveAt: at("2026-01-16"),
        expiresAt: at("2026-01-31"),
      }),
    ]);
  });

  test("brings the same whichever line stands first", () => {
    expect(grants(on, back)).toEqual(grants(back, on));
  });

  test("to fewer credits brings nothing and takes nothing", () => {
    const less = { proration: true, period: rest, wholePeriod: whole };
    expect(grants(line("pro", { ...less, amountMinor: -5_000n }), line("basic", less))).toEqual([]);
  });

  test("whose whole is unknown goes by the money", () => {
    const half = { amountMinor: 2_500n, proration: true, period: rest };
    const creditsOf = (...lines: CreditedLine[]) => grants(...lines)[0]?.creditsMilli;
    expect(creditsOf(line("basic", half))).toBe(500_000n);
    expect(creditsOf(line("pro", on), line("basic", { ...half, amountMinor: -1_000n }))).toBe(1_050_000n);
  });

  test("whose whole is unknown brings no more than the whole, and all of it where the price does not tell", () => {
    const part = { proration: true, period: rest };
    for (const money of [{ amountMinor: 9_000n }, { unitAmountMinor: null }, { unitAmountMinor: 0n }])
      expect(grants(line("basic", { ...part, ...money }))[0]?.creditsMilli).toBe(1_000_000n);
  });

  test("takes nothing off where nothing was brought", () => {
    expect(grants(back)).toEqual([]);
  });
});

test("an upgrade in the middle of a year adds the difference to what is left of each month", () => {
  const whole = period("2026-01-01", "2027-01-01");
  const rest = period("2026-06-16", "2027-01-01");
  const months = grants(
    line("basicYear", { amountMinor: -25_000n, proration: true, period: rest, wholePeriod: whole }),
    line("proYear", { amountMinor: 50_000n, proration: true, period: rest, wholePeriod: whole }),
  );
  expect(months).toHaveLength(7);
  expect(months[0]).toMatchObject({
    creditsMilli: 750_000n,
    effectiveAt: at("2026-06-16"),
    expiresAt: at("2026-07-01"),
  });
  expect(months[6]).toMatchObject({ creditsMilli: 1_500_000n, expiresAt: at("2027-01-01") });
});

test("from monthly to yearly the first month brings what the old month does not have any more", () => {
  const months = grants(
    line("basic", {
      amountMinor: -2_500n,
      proration: true,
      period: period("2026-01-16", "2026-01-31"),
      wholePeriod: period("2026-01-01", "2026-01-31"),
    }),
    line("basicYear", { amountMinor: 50_000n, period: period("2026-01-16", "2027-01-16") }),
  );
  expect(months).toHaveLength(12);
  expect(months[0]?.creditsMilli).toBe(500_000n);
  expect(months[1]?.creditsMilli).toBe(1_000_000n);
});

test("an upgrade at any instant of a month brings exactly the difference's share of what is left", () => {
  const whole = { startsAt: at("2026-01-01"), endsAt: new Date(at("2026-01-01").getTime() + 30 * day) };
  const seconds = 30 * 86_400;
  fc.assert(
    fc.property(fc.integer({ min: 1, max: seconds - 1 }), (second) => {
      const rest = { startsAt: new Date(whole.startsAt.getTime() + second * 1_000), endsAt: whole.endsAt };
      const part = { proration: true, period: rest, wholePeriod: whole };
      const [grant] = grants(line("basic", { ...part, amountMinor: -1n }), line("pro", part));
      const exact = (1_500_000 * (seconds - second)) / seconds;
      expect(Math.abs(Number(grant?.creditsMilli ?? 0n) - exact)).toBeLessThanOrEqual(1);
      expect(grant?.expiresAt ?? whole.endsAt).toEqual(whole.endsAt);
    }),
  );
});

test("the months of any year are twelve, touch each other and end with it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4 * 366 - 1 }), (days) => {
      const startsAt = new Date(at("2024-01-01").getTime() + days * day + 3_723_000);
      const endsAt = new Date(startsAt);
      endsAt.setUTCFullYear(startsAt.getUTCFullYear() + 1);
      if (endsAt.getUTCDate() !== startsAt.getUTCDate()) endsAt.setUTCDate(0);
      const months = creditMonths({ startsAt, endsAt }, "year");
      expect(months).toHaveLength(12);
      expect(months[0]?.startsAt).toEqual(startsAt);
      expect(months.at(-1)?.endsAt).toEqual(endsAt);
    }),
  );
});
