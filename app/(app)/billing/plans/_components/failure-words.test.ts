import { expect, test } from "vitest";
import { toFailureWords } from "./failure-words";

const codes = [
  "catalog.not_for_sale",
  "checkout.not_opened",
  "subscriptions.already_subscribed",
  "subscriptions.no_plan",
  "subscriptions.stale_preview",
  "subscriptions.past_due",
  "subscriptions.canceling",
  "subscriptions.paused",
];

test.each(codes)("%s says that nobody was charged", (code) => {
  expect(toFailureWords({ code, meta: {} }).detail).toContain("ou were not charged.");
});

test("an answer that was lost is not taken for a no", () => {
  const { detail } = toFailureWords({ code: "payments.unavailable", meta: {} });
  expect(detail).toContain("nothing is charged twice");
  expect(detail).not.toMatch(/was changed|were not charged/);
});

test("what is not of plans alone has the words of all of billing", () => {
  expect(toFailureWords({ code: "http.foreign_origin", meta: {} }).title).toContain("our page");
  expect(toFailureWords({ code: "internal", meta: {}, reference: "r-1" }).detail).toContain("r-1");
});
