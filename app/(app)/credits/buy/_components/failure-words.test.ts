import { expect, test } from "vitest";
import { toFailureWords } from "./failure-words";

test.each(["catalog.not_for_sale", "payments.unavailable", "checkout.not_opened", "internal"])(
  "%s says that nobody was charged",
  (code) => {
    expect(toFailureWords({ code, meta: {} }).detail).toContain("You were not charged.");
  },
);

test("an unexpected failure names its reference", () => {
  expect(toFailureWords({ code: "internal", meta: {}, reference: "r-1" }).detail).toContain("r-1");
});
