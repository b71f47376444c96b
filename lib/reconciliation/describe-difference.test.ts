import { describe, expect, test } from "vitest";
import { describeDifference, describeRepair } from "./describe-difference";
import type { Difference, DifferenceReason } from "./types";

const difference = (reason: DifferenceReason, values: Partial<Difference> = {}): Difference => ({
  ...{ key: "payment:pi_1:amount_differs:amount", kind: "amount_differs", object: "payment", id: "pi_1" },
  ...{ stripeCustomerId: "cus_1", userId: "u", here: "A", there: "B", at: "2026-01-01T00:00:00.000Z" },
  ...{ repairable: true, waiting: false, reason },
  ...values,
});

const sentences: [DifferenceReason, string][] = [
  ["no_row", "Stripe has this payment, and we have no row of it"],
  ["no_attempt", "a try to pay is not on record: B"],
  ["not_there", "our row names a payment that Stripe does not know"],
  ["amount", "the amounts differ: A here, B in Stripe"],
  ["refunded_sum", "what went back differs: A here, B in Stripe"],
  ["status", "the states differ: A here, B in Stripe"],
  ["terms", "price, dates or pause differ: A here, B in Stripe"],
  ["not_credited", "it is paid, and its credits were not granted"],
  ["problem", "it is paid, but not as agreed (A), so it brought no credits"],
  ["lots", "the credits are not those that were paid for: A, not B"],
  ["refund_took_nothing", "the refund took no credits back"],
  ["refund_gave_nothing_back", "the refund failed, and its credits did not come back"],
  ["dispute_froze_nothing", "the dispute is open, and its credits are not frozen"],
  ["dispute_took_nothing", "the dispute is lost, and its credits were not taken back"],
  ["returned_sum", "credits for A were taken back, not for B"],
  ["unknown_customer", "cus_1 is no customer of ours"],
  ["surplus", "a second subscription is alive"],
];

describe("a difference in words", () => {
  test.each(sentences)("%s", (reason, sentence) => {
    expect(describeDifference(difference(reason))).toBe(sentence);
  });

  test("says where a side has nothing, and where nobody is the customer", () => {
    expect(describeDifference(difference("status", { here: null, there: null }))).toBe(
      "the states differ: nothing here, nothing in Stripe",
    );
    expect(describeDifference(difference("unknown_customer", { stripeCustomerId: null }))).toBe(
      "it has no customer",
    );
  });
});

describe("a repair in words", () => {
  const read = "read the payment from Stripe again, as its webhook would";
  test.each<[DifferenceReason, string]>([
    ["unknown_customer", "if Stripe's customer names a member: register it, then read the payment again"],
    ["surplus", "end it in Stripe, pay back what was paid for it, and read it again"],
    ["lots", "read the payment again and grant what is missing"],
    ["problem", "read the payment again; if it still is not as agreed: refund it, or grant credits by hand"],
    ["no_row", read],
    ["status", read],
  ])("%s", (reason, sentence) => {
    expect(describeRepair(difference(reason))).toBe(sentence);
  });

  test.each<[DifferenceReason, string]>([
    ["not_there", "by hand: find out which account or backup the row is from"],
    ["amount", "by hand: compare both sides and correct the wrong one"],
    ["returned_sum", "by hand: look at the ledger's entries of the payment"],
    ["unknown_customer", "by hand: find out who paid, then refund it or give the customer metadata.user_id"],
    ["status", "by hand: look at both sides"],
  ])("%s, where only a person can decide", (reason, sentence) => {
    expect(describeRepair(difference(reason, { repairable: false }))).toBe(sentence);
  });
});
