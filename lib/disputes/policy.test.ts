import { expect, test } from "vitest";
import { effectOf, isInquiry, isOver, lossOf } from "./policy";

test.each([
  ["warning_needs_response", "none"],
  ["warning_under_review", "none"],
  ["warning_closed", "none"],
  ["needs_response", "freeze"],
  ["under_review", "freeze"],
  ["lost", "claw_back"],
  ["appeal_needs_response", "claw_back"],
  ["appeal_under_review", "claw_back"],
  ["won", "none"],
  ["prevented", "none"],
] as const)("%s: %s", (status, effect) => {
  expect(effectOf(status)).toBe(effect);
});

test("an inquiry is over when it is closed, an appeal is not over", () => {
  expect([isOver("warning_closed"), isInquiry("warning_under_review")]).toEqual([true, true]);
  expect([isOver("appeal_under_review"), isInquiry("needs_response")]).toEqual([false, false]);
});

test.each([
  { dispute: 4_500n, refunded: 0n, others: 0n, loss: 4_500n },
  { dispute: 4_500n, refunded: 1_500n, others: 0n, loss: 3_000n },
  { dispute: 1_000n, refunded: 1_500n, others: 3_000n, loss: 0n },
  { dispute: 1_000n, refunded: 4_500n, others: 3_000n, loss: 0n },
  { dispute: 1_000n, refunded: 1_500n, others: 1_000n, loss: 1_000n },
])(
  "of 4500, after refunds of $refunded and losses of $others, a dispute of $dispute takes $loss",
  ({ dispute, refunded, others, loss }) => {
    const payment = { amountMinor: 4_500n, refundedMinor: refunded, otherLossesMinor: others };
    expect(lossOf(dispute, payment)).toBe(loss);
  },
);
