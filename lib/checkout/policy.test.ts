import { describe, expect, test } from "vitest";
import type { CheckoutSession, GatewayPayment } from "@/lib/ports/payment-gateway";
import { findPaymentProblem, findProblem, statusOf, statusWithoutSession } from "./policy";
import type { Checkout } from "./types";

const checkout = {
  ...{ stripePriceId: "price_1", creditsMilli: 500_000n, amountMinor: 4_500n, currency: "usd" },
} as Checkout;
const session = {
  ...{
    status: "complete",
    paymentStatus: "paid",
    amountTotalMinor: 4_500n,
    discountMinor: 0n,
    currency: "usd",
  },
  ...{ items: [{ stripePriceId: "price_1", quantity: 1 }], creditsMilli: 500_000n },
} as CheckoutSession;
const payment = { status: "succeeded", currency: "usd", amountReceivedMinor: 4_500n } as GatewayPayment;

describe("what was paid", () => {
  const problem = (values: Partial<CheckoutSession>, paid: Partial<GatewayPayment> | null = {}) =>
    findProblem(checkout, { ...session, ...values }, paid && { ...payment, ...paid });

  test("is as agreed, also with a promotion code, and one that leaves nothing to pay", () => {
    expect(problem({})).toBeNull();
    const half = { amountTotalMinor: 2_250n, discountMinor: 2_250n };
    expect(problem(half, { amountReceivedMinor: 2_250n })).toBeNull();
    expect(problem({ amountTotalMinor: 0n, discountMinor: 4_500n }, null)).toBeNull();
    expect(problem({ amountTotalMinor: null, discountMinor: 4_500n }, null)).toBeNull();
  });

  test.each<[string, Partial<CheckoutSession>, Partial<GatewayPayment> | null]>([
    ["payment_missing", {}, null],
    ["payment_missing", {}, { status: "processing" }],
    ["currency_differs", { currency: "eur" }, {}],
    ["currency_differs", {}, { currency: "eur" }],
    ["amount_differs", { amountTotalMinor: 4_499n }, { amountReceivedMinor: 4_499n }],
    ["amount_differs", { amountTotalMinor: null }, {}],
    ["amount_differs", {}, { amountReceivedMinor: 4_499n }],
    ["items_differ", { items: [] }, {}],
    ["items_differ", { items: [...session.items, ...session.items] }, {}],
    ["items_differ", { items: [{ stripePriceId: "price_2", quantity: 1 }] }, {}],
    ["items_differ", { items: [{ stripePriceId: "price_1", quantity: 2 }] }, {}],
    ["credits_differ", { creditsMilli: 499_999n }, {}],
  ])("is not as agreed: %s", (expected, values, paid) => {
    expect(problem(values, paid)).toBe(expected);
  });
});

test("a checkout's state is its session's, and its payment's once the session is complete", () => {
  const unpaid = { ...session, paymentStatus: "unpaid" } as const;
  expect(statusOf({ ...session, status: "open" }, null)).toBe("open");
  expect(statusOf({ ...session, status: "expired" }, null)).toBe("expired");
  expect(statusOf(session, payment)).toBe("completed");
  expect(statusOf(unpaid, null)).toBe("processing");
  expect(statusOf(unpaid, { ...payment, status: "processing" })).toBe("processing");
  expect(statusOf(unpaid, { ...payment, status: "failed" })).toBe("failed");
  expect(statusOf(unpaid, { ...payment, status: "canceled" })).toBe("failed");
});

test("a purchase without a session is what its payment says", () => {
  const agreed = { ...payment, creditsMilli: 500_000n };
  const problem = (paid: Partial<GatewayPayment>) =>
    findPaymentProblem({ checkout, payment: { ...agreed, ...paid } });
  expect(problem({})).toBeNull();
  expect(problem({ currency: "eur" })).toBe("currency_differs");
  expect(problem({ amountReceivedMinor: 4_499n })).toBe("amount_differs");
  expect(problem({ creditsMilli: null })).toBe("credits_differ");
  expect(problem({ status: "failed", amountReceivedMinor: 0n })).toBeNull();
  const states = (["succeeded", "failed", "canceled", "processing", "incomplete"] as const).map((status) =>
    statusWithoutSession({ ...payment, status }),
  );
  expect(states).toEqual(["completed", "failed", "failed", "processing", "processing"]);
});
