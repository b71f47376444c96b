import { expect, test } from "vitest";
import { toRefusalWords, type Refusal } from "./refusal-words";

test.each<[Refusal, string]>([
  [{ outcome: "refused", code: "card_declined", declineCode: "insufficient_funds" }, "not enough money"],
  [{ outcome: "needs_authentication" }, "cannot be asked"],
])("a payment that was %o says why, what was kept and what to do", (refusal, reason) => {
  const { detail } = toRefusalWords(refusal, "Basic");
  expect(detail).toContain(reason);
  expect(detail).toContain("You were not charged and are still on Basic.");
  expect(detail).toContain("Make another payment method the default");
});
