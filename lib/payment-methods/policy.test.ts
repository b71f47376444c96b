import { expect, test } from "vitest";
import type { CardExpiry, GatewayPaymentMethod } from "@/lib/ports/payment-method-gateway";
import { isExpired, memberOf, successorOf } from "./policy";

const now = new Date("2026-11-22T12:00:00Z");

test.each<[string, CardExpiry | null, boolean]>([
  ["of next year", { month: 1, year: 2027 }, false],
  ["of this month", { month: 11, year: 2026 }, false],
  ["of last month", { month: 10, year: 2026 }, true],
  ["of a December", { month: 12, year: 2025 }, true],
  ["of a type that does not expire", null, false],
])("a card %s", (_what, expiry, expired) => {
  expect(isExpired(expiry, now)).toBe(expired);
});

test("a card's last month ends when it has ended everywhere", () => {
  const expiry = { month: 12, year: 2026 };
  expect(isExpired(expiry, new Date("2027-01-01T11:59:59Z"))).toBe(false);
  expect(isExpired(expiry, new Date("2027-01-02T00:00:00Z"))).toBe(true);
});

const method = (id: string, day: number, expiry: CardExpiry | null = { month: 12, year: 2030 }) =>
  ({ paymentMethodId: id, createdAt: new Date(Date.UTC(2026, 0, day)), expiry }) as GatewayPaymentMethod;

test("the newest that works takes the place of one that goes", () => {
  const methods = [
    method("old", 1),
    method("newest", 9),
    method("new", 5),
    method("expired", 8, { month: 1, year: 2026 }),
  ];
  expect(successorOf(methods, { removedId: "newest", now })?.paymentMethodId).toBe("new");
  expect(successorOf(methods, { removedId: "old", now })?.paymentMethodId).toBe("newest");
  expect(
    successorOf([method("a", 1), method("b", 2, { month: 1, year: 2026 })], { removedId: "a", now }),
  ).toBeNull();
});

test("only a signed-in person has payment methods", () => {
  expect(memberOf({ kind: "user", userId: "u", role: "member", sessionId: "s" })).toBe("u");
  for (const actor of [{ kind: "anonymous" }, { kind: "system", name: "cli" }] as const) {
    expect(() => memberOf(actor)).toThrow(/sign_in_required/);
  }
});
