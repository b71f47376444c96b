import { expect, test } from "vitest";
import type { GatewayAttempt, GatewayPayment } from "@/lib/ports/payment-gateway";
import { decisiveAttempt, statusOf } from "./policy";

const attempt = (key: string, status: GatewayAttempt["status"]): GatewayAttempt => ({
  key,
  stripeChargeId: key,
  status,
  amountMinor: 100n,
  currency: "usd",
  failure: null,
  card: null,
  receiptUrl: null,
  attemptedAt: new Date(0),
});

const payment = (status: GatewayPayment["status"], ...attempts: GatewayAttempt[]): GatewayPayment => ({
  paymentIntentId: "pi_1",
  checkoutId: null,
  creditsMilli: null,
  stripeCustomerId: null,
  status,
  amountMinor: 100n,
  amountReceivedMinor: 0n,
  currency: "usd",
  createdAt: new Date(0),
  failure: null,
  attempts,
});

test.each(["processing", "succeeded", "failed"] as const)("%s stays %s", (status) => {
  expect(statusOf(payment(status))).toBe(status);
});

test.each(["incomplete", "canceled"] as const)("a payment that nobody tried has no row: %s", (status) => {
  expect(statusOf(payment(status))).toBeNull();
});

test("a payment that was given up after a try is canceled", () => {
  expect(statusOf(payment("canceled", attempt("ch_1", "failed")))).toBe("canceled");
});

test("a payment being tried again after a decline is still failed", () => {
  expect(statusOf(payment("incomplete", attempt("ch_1", "failed")))).toBe("failed");
});

test("the attempt that succeeded decides, else the latest", () => {
  const [first, second] = [attempt("ch_1", "succeeded"), attempt("ch_2", "failed")];
  expect(decisiveAttempt(payment("succeeded", first, second))?.key).toBe("ch_1");
  expect(decisiveAttempt(payment("failed", attempt("ch_0", "failed"), second))?.key).toBe("ch_2");
  expect(decisiveAttempt(payment("failed"))).toBeNull();
});
