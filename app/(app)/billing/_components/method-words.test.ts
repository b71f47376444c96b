import { expect, test } from "vitest";
import type { PaymentMethod } from "@/lib/payment-methods/types";
import { toMethodDetail, toMethodName } from "./method-words";

const method: PaymentMethod = {
  id: "pm_1",
  type: "card",
  card: { label: "Visa •••• 4242", expiry: { month: 4, year: 2030 }, wallet: null },
  last4: "4242",
  isDefault: false,
  isExpired: false,
  keptForPlan: false,
  successorId: null,
};

test("a card is named by brand and digits, with its last month", () => {
  expect(toMethodName(method)).toBe("Visa •••• 4242");
  expect(toMethodDetail(method)).toBe("Expires 04/2030");
  expect(toMethodDetail({ ...method, isExpired: true })).toBe("Expired 04/2030");
});

test.each([
  ["apple_pay", "Expires 04/2030 · from Apple Pay"],
  ["some_new_wallet", "Expires 04/2030 · from a wallet"],
])("a card out of %s says so", (wallet, detail) => {
  expect(toMethodDetail({ ...method, card: { ...method.card!, wallet } })).toBe(detail);
});

test.each([
  ["link", null, "Link"],
  ["us_bank_account", "6789", "Bank account •••• 6789"],
  ["some_new_type", null, "Another payment method"],
])("%s has a name, too", (type, last4, name) => {
  const other = { ...method, card: null, type, last4 };
  expect(toMethodName(other)).toBe(name);
  expect(toMethodDetail(other)).toBe("");
});
