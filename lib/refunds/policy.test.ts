import { describe, expect, test } from "vitest";
import { amountToRefund, isAboveLimit, isAccepted, leftMinorOf, type Refundable } from "./policy";

const payment = (changes: Partial<Refundable> = {}): Refundable => ({
  status: "succeeded",
  amountMinor: 4_500n,
  currency: "usd",
  refundedMinor: 1_000n,
  unsentMinor: 500n,
  reservedMinor: 0n,
  disputed: false,
  ...changes,
});

describe("what may be refunded", () => {
  test("is what neither went back nor is about to", () => {
    expect(leftMinorOf(payment())).toBe(3_000n);
    expect(leftMinorOf(payment({ unsentMinor: 9_000n }))).toBe(0n);
    expect(leftMinorOf(payment({ reservedMinor: 2_999n }))).toBe(1n);
  });

  test("is all that is left unless less is asked for", () => {
    expect(amountToRefund(payment(), {})).toBe(3_000n);
    expect(amountToRefund(payment(), { amountMinor: 1n, currency: "usd" })).toBe(1n);
    expect(amountToRefund(payment(), { amountMinor: 3_000n })).toBe(3_000n);
  });

  test.each([
    [payment({ status: "processing" }), {}, "refunds.not_paid"],
    [payment({ disputed: true }), {}, "refunds.disputed"],
    [payment({ refundedMinor: 4_000n }), {}, "refunds.nothing_left"],
    [payment(), { currency: "eur" }, "refunds.currency_differs"],
    [payment(), { amountMinor: 3_001n }, "refunds.too_large"],
    [payment(), { amountMinor: 0n }, "refunds.too_large"],
  ])("refusal %#: %o %o", (of, asked, code) => {
    expect(() => amountToRefund(of, asked)).toThrow(code);
  });

  test.each([
    [null, { amountMinor: 1_000_000n, currency: "usd" }, false],
    [new Map([["usd", 100n]]), { amountMinor: 100n, currency: "usd" }, false],
    [new Map([["usd", 100n]]), { amountMinor: 101n, currency: "usd" }, true],
    [new Map([["usd", 0n]]), { amountMinor: 1n, currency: "usd" }, true],
    [new Map([["usd", 100n]]), { amountMinor: 1n, currency: "jpy" }, true],
  ])("a second admin, %#: with limits %o, %o", (limits, sum, above) => {
    expect(isAboveLimit(limits, sum)).toBe(above);
  });

  test("money that is on its way is gone; a refund that failed or was canceled gave nothing", () => {
    const statuses = ["pending", "requires_action", "succeeded", "failed", "canceled"] as const;
    expect(statuses.filter(isAccepted)).toEqual(["pending", "requires_action", "succeeded"]);
  });
});
