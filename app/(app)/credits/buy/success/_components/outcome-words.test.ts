import { expect, test } from "vitest";
import { toOutcomeWords } from "./outcome-words";

test("only a payment that certainly did not happen is called not charged", () => {
  const texts = (["failed", "expired"] as const).map(
    (status) => toOutcomeWords({ status, underReview: false }).text,
  );
  for (const text of texts) expect(text).toContain("You were not charged");
  for (const status of ["completed", "processing"] as const) {
    expect(toOutcomeWords({ status, underReview: false }).text).not.toContain("not charged");
  }
});

test("a payment under review is never called failed", () => {
  expect(toOutcomeWords({ status: "failed", underReview: true })).toMatchObject({
    title: "We are looking at this payment",
    tone: "warning",
  });
});
