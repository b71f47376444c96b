import { describe, expect, test } from "vitest";
import { planRepair } from "./plan-repair";
import type { Difference } from "./types";

const difference = (values: Partial<Difference>): Difference => ({
  ...{ key: "k", kind: "status_differs", reason: "status", object: "payment", id: "pi_1", userId: "u" },
  ...{ stripeCustomerId: "cus_1", here: null, there: null, at: "2026-01-01T00:00:00.000Z" },
  ...{ repairable: true, waiting: false },
  ...values,
});
const examined = (there: unknown) => ({
  there,
  stripeCustomerId: "cus_1",
  differences: () => Promise.resolve([]),
});
const targets = (values: Partial<Difference>, there: object) =>
  planRepair(difference(values), examined(there))?.targets.map(({ kind, id }) => `${kind} ${id}`);

describe("what is read from Stripe to repair a difference", () => {
  test("of a payment: itself, and with it the plan that it may belong to", () => {
    expect(targets({}, { checkoutId: "c" })).toEqual(["payment pi_1"]);
    expect(targets({}, { checkoutId: null })).toEqual(["subscriptions cus_1", "payment pi_1"]);
    expect(targets({ stripeCustomerId: null }, { checkoutId: null })).toEqual(["payment pi_1"]);
  });

  test("of a payment whose sum of refunds differs: its refunds, too, where they are known", () => {
    const sum = { reason: "refunded_sum" as const };
    const there = { checkoutId: "c", refundIds: ["re_1", "re_2"] };
    expect(targets(sum, there)).toEqual(["payment pi_1", "refund re_1", "refund re_2"]);
    expect(targets(sum, { checkoutId: "c" })).toEqual(["payment pi_1"]);
    expect(targets({}, there)).toEqual(["payment pi_1"]);
  });

  test("of an invoice: its subscription first, if it is one's", () => {
    const invoice = { object: "invoice", id: "in_1" } as const;
    expect(targets(invoice, { stripeSubscriptionId: "sub_1" })).toEqual([
      "subscriptions cus_1",
      "invoice in_1",
    ]);
    expect(targets(invoice, { stripeSubscriptionId: null })).toEqual(["invoice in_1"]);
  });

  test("of all others: themselves", () => {
    expect(targets({ object: "subscription", id: "sub_1" }, {})).toEqual(["subscriptions cus_1"]);
    expect(targets({ object: "refund", id: "re_1" }, {})).toEqual(["refund re_1"]);
    expect(targets({ object: "dispute", id: "dp_1" }, {})).toEqual(["dispute dp_1"]);
  });
});

test("says what else is done, by the reason", () => {
  const plan = (reason: Difference["reason"]) => planRepair(difference({ reason }), examined({}));
  expect(plan("lots")).toMatchObject({ regrant: true, recount: false, endSurplus: false });
  expect(plan("refunded_sum")).toMatchObject({ regrant: false, recount: true, endSurplus: false });
  expect(plan("surplus")).toMatchObject({ regrant: false, recount: false, endSurplus: true });
});

test("plans nothing where a person must decide, or Stripe has nothing to read", () => {
  expect(planRepair(difference({ repairable: false }), examined({}))).toBeNull();
  expect(planRepair(difference({}), examined(null))).toBeNull();
});
