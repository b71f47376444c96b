import { expect, test } from "vitest";
import { toFailureWords } from "./failure-words";

test.each([
  ["payment_methods.last_of_plan", "Add another payment method first"],
  ["payment_methods.changed", "Nothing was removed"],
  ["payments.unavailable", "Nothing was changed"],
  ["payments.misconfigured", "Nothing was changed"],
])("%s says what was kept", (code, kept) => {
  expect(toFailureWords({ code, meta: {} }).detail).toContain(kept);
});

test("an unexpected failure names its reference", () => {
  expect(toFailureWords({ code: "internal", meta: {}, reference: "r-1" }).detail).toContain("r-1");
});
