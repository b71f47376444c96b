import { expect, test } from "vitest";
import type { PaymentTry, RecordStatus } from "@/lib/payments/types";
import { toOutcomeWords } from "./outcome-words";

const declined: PaymentTry = {
  id: "1",
  status: "failed",
  amountMinor: 1_000n,
  failureCode: "card_declined",
  declineCode: "insufficient_funds",
  card: null,
  at: new Date(0),
};

test("a payment that failed says why, and that nothing was charged", () => {
  const words = toOutcomeWords({ status: "failed", attempts: [declined] });
  expect(words).toBe("There is not enough money on it. You were not charged.");
  expect(toOutcomeWords({ status: "failed", attempts: [] })).toBe("You were not charged.");
});

test.each<[RecordStatus, boolean]>([
  ["canceled", true],
  ["pending", false],
  ["under_review", false],
])("%s: only what certainly did not happen is called not charged", (status, uncharged) => {
  expect(toOutcomeWords({ status, attempts: [] })?.includes("not charged")).toBe(uncharged);
});

test.each<RecordStatus>(["paid", "refunded", "partly_refunded"])("%s needs no words", (status) => {
  expect(toOutcomeWords({ status, attempts: [] })).toBeNull();
});
