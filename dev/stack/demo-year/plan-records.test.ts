import { expect, test } from "vitest";
import { inSeconds, planRecords } from "./plan-records";
import type { Seeded } from "./read-seeded";

const day = (text: string) => new Date(`${text}T12:00:00Z`);

const plan = {
  ...{ id: "1", stripeSubscriptionId: "sub_seed_1", stripeItemId: "si_seed_1", stripePriceId: "price_1" },
  ...{ status: "active", interval: "month", startedAt: day("2026-01-31"), endedAt: null, cancelsAt: null },
  ...{ periodStartsAt: day("2026-02-28"), periodEndsAt: day("2026-03-31"), cancelReason: null },
  ...{ changes: [{ interval: "month", occurredAt: day("2026-01-31") }] },
};
const bill = {
  ...{ id: "b", subscriptionId: "1", stripeInvoiceId: "in_seed_1", issuedAt: day("2026-02-28"), lines: [] },
  ...{ reason: "subscription_cycle", attemptCount: 1, paidAt: day("2026-02-28"), nextAttemptAt: null },
};

function recordOf(changes: object, bills: object[] = [bill]) {
  const seeded = { subscriptions: [{ ...plan, ...changes }], invoices: bills } as unknown as Seeded;
  return planRecords(seeded, "cus_1", (price) => price).subscriptions?.[0];
}

test("a plan is in the period that was billed last", () => {
  expect(recordOf({})).toMatchObject({
    ...{ period_start: inSeconds(day("2026-02-28")), period_end: inSeconds(day("2026-03-31")) },
    ...{ billing_cycle_anchor: inSeconds(day("2026-01-31")), latest_invoice: "in_seed_1" },
  });
});

test("a period that has only just begun, and is not billed yet, is left for Stripe to begin", () => {
  const begun = { periodStartsAt: day("2026-03-31"), periodEndsAt: day("2026-04-30") };
  expect(recordOf(begun)).toMatchObject({ period_end: inSeconds(day("2026-03-31")) });
  const year = { interval: "year", periodStartsAt: day("2027-01-31"), periodEndsAt: day("2028-01-31") };
  expect(recordOf(year)).toMatchObject({ period_start: inSeconds(day("2026-01-31")) });
});

test("one that went from months to years counts from that day", () => {
  const turned = day("2026-02-28");
  const changes = [...plan.changes, { interval: "year", occurredAt: turned }];
  expect(recordOf({ interval: "year", changes })).toMatchObject({ billing_cycle_anchor: inSeconds(turned) });
});
