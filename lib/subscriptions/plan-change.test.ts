import { describe, expect, test } from "vitest";
import type { PlanForSale, PlanTerms } from "@/lib/catalog/types";
import type { GatewayInvoice } from "@/lib/ports/subscription-gateway";
import { buildPlan, periodEnd } from "@/tests/factories/plan";
import type { CreditedLine } from "./invoice-grants";
import { computePlanChange, type PlanChangeSetup } from "./plan-change";
import type { SubscriptionRow } from "./repository";

const prorationAt = new Date("2026-12-07T00:00:00Z");
const yearEnd = new Date("2027-12-07T00:00:00Z");

const offer = (interval: "month" | "year"): PlanForSale => ({
  ...{ stripePriceId: "price_pro", name: "Pro", planKey: "plan_pro", interval, credits: 2_500 },
  ...{ creditsMilli: 2_500_000n, price: { lookupKey: "pro", amountMinor: 10_000n, currency: "eur" } },
});
const terms = (stripePriceId: string, creditsMilli: bigint): [string, PlanTerms] => [
  stripePriceId,
  {
    ...{ stripePriceId, planKey: "plan", planName: "Plan", interval: "month", creditsMilli },
    ...{ trialCreditsMilli: 0n, amountMinor: 5_000n },
  },
];

const whole = { startsAt: new Date("2026-11-22T00:00:00Z"), endsAt: periodEnd };
const rest = { startsAt: prorationAt, endsAt: periodEnd };
const line = (
  stripePriceId: string | null,
  amountMinor: bigint,
  values: Partial<CreditedLine> = {},
): CreditedLine => ({
  ...{ lineId: `il_${stripePriceId}`, description: "", amountMinor, quantity: 1, stripePriceId },
  ...{ unitAmountMinor: 5_000n, stripeItemId: "si_1", period: rest, proration: true, credited: null },
  ...{ wholePeriod: whole, ...values },
});

function setup(lines: CreditedLine[] | null, values: Partial<PlanChangeSetup> = {}): PlanChangeSetup {
  const dueMinor = lines?.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  return {
    subscription: { ...buildPlan(), stripePriceId: "price_basic" } as unknown as SubscriptionRow,
    ...{ stripeCustomerId: "cus_1", offer: offer("month"), prorationAt, lines: lines ?? [] },
    invoice: lines && ({ lines, dueMinor, currency: "usd" } as unknown as GatewayInvoice),
    terms: new Map([terms("price_basic", 1_000_000n), terms("price_pro", 2_500_000n)]),
    ...values,
  };
}

describe("the preview of a change of plan", () => {
  const upgrade = [line("price_basic", -2_500n), line("price_pro", 5_000n)];

  test("at once tells both sides of the money, the difference's share of credits, and the next invoice", () => {
    expect(computePlanChange(setup(upgrade))).toMatchObject({
      ...{ when: "now", at: prorationAt, chargeMinor: 5_000n, givenBackMinor: 2_500n, dueNowMinor: 2_500n },
      ...{ currency: "usd", creditsNowMilli: 750_000n, creditsPerMonthMilli: 2_500_000n },
      nextInvoice: { at: periodEnd, amountMinor: 10_000n },
    });
  });

  test("brings no credits for lines of prices that are no plan's, or of none", () => {
    const lines = [line("price_other", 5_000n), line(null, 1_000n)];
    expect(computePlanChange(setup(lines))).toMatchObject({ chargeMinor: 6_000n, creditsNowMilli: 0n });
  });

  test("counts what begins with the change, wherever its line stands", () => {
    const year = { startsAt: new Date(prorationAt.getTime() + 5_000), endsAt: yearEnd };
    const full = line("price_pro", 100_000n, { period: year, proration: false, wholePeriod: null });
    for (const lines of [
      [full, line("price_basic", 1n)],
      [line("price_basic", 1n), full],
    ])
      expect(computePlanChange(setup(lines)).creditsNowMilli).toBeGreaterThanOrEqual(2_500_000n);
  });

  test("to another period bills next at the end of the one that begins", () => {
    const year = { startsAt: prorationAt, endsAt: yearEnd };
    const full = line("price_pro", 100_000n, { period: year, proration: false, wholePeriod: null });
    const nextAt = (lines: CreditedLine[]) =>
      computePlanChange(setup(lines, { offer: offer("year") })).nextInvoice.at;
    expect(nextAt([line("price_basic", -2_500n), full])).toEqual(yearEnd);
    expect(nextAt([line("price_basic", -2_500n)])).toEqual(prorationAt);
  });

  test("that waits costs and brings nothing now, in the offer's currency", () => {
    expect(computePlanChange(setup(null))).toMatchObject({
      ...{ when: "period_end", at: periodEnd, chargeMinor: 0n, givenBackMinor: 0n, dueNowMinor: 0n },
      ...{ currency: "eur", creditsNowMilli: 0n, nextInvoice: { at: periodEnd, amountMinor: 10_000n } },
    });
  });

  test("has a token of all that is shown and of when: anything else is another", () => {
    const { token } = computePlanChange(setup(upgrade));
    expect(token).toMatch(/^1796601600\.[\w-]{43}$/);
    expect(computePlanChange(setup([...upgrade])).token).toBe(token);
    const dearer = [line("price_basic", -2_500n), line("price_pro", 5_001n)];
    expect(computePlanChange(setup(dearer)).token).not.toBe(token);
    const later = new Date(prorationAt.getTime() + 1_000);
    expect(computePlanChange(setup(upgrade, { prorationAt: later })).token).not.toBe(token);
  });
});
