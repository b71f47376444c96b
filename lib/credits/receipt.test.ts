import { expect, test } from "vitest";
import { readTouched, toReceipt, type LedgerRow } from "./receipt";

const row: LedgerRow = {
  outcome: "done",
  available_milli: null,
  seq: 7n,
  delta_milli: 5n,
  balance_after_milli: 5n,
  created_at: new Date(0),
  touched: [0n, 3n, 2n, 2n],
  kinds: [null, "payg"],
};

test("lot number 0 is the debt: credit that goes there lowers it", () => {
  expect(readTouched(row.touched, row.kinds)).toEqual({
    parts: [{ lotNo: 2, kind: "payg", creditsMilli: 2n }],
    debtDeltaMilli: -3n,
  });
  expect(readTouched([3n, -4n, 0n, -6n], ["promo", null])).toEqual({
    parts: [{ lotNo: 3, kind: "promo", creditsMilli: 4n }],
    debtDeltaMilli: 6n,
  });
});

test("an answer is a receipt, new or replayed", () => {
  expect(toReceipt(row, { key: "k" })).toMatchObject({
    seq: 7n,
    deltaMilli: 5n,
    debtDeltaMilli: -3n,
    replayed: false,
  });
  expect(toReceipt({ ...row, outcome: "replayed" }, { key: "k" })).toMatchObject({ replayed: true });
});

const refusals: [outcome: string, code: string][] = [
  ["conflict", "credits.key_conflict"],
  ["insufficient", "credits.insufficient"],
  ["overflow", "credits.overflow"],
  ["hold_captured", "credits.hold_settled"],
  ["hold_released", "credits.hold_settled"],
  ["hold_expired", "credits.hold_expired"],
  ["unknown_user", "credits.not_found"],
  ["unknown_lot", "credits.not_found"],
  ["unknown_hold", "credits.not_found"],
  ["unknown_revocation", "credits.not_found"],
  ["beyond_hold", "credits.limit_exceeded"],
  ["beyond_lot", "credits.limit_exceeded"],
  ["beyond_debt", "credits.limit_exceeded"],
  ["other_currency", "credits.currency_mismatch"],
  ["already_restored", "credits.already_restored"],
];

test.each(refusals)("the refusal %s is thrown as %s", (outcome, code) => {
  expect(() => toReceipt({ ...row, outcome }, { key: "k", creditsMilli: 9n })).toThrow(
    expect.objectContaining({ code }) as Error,
  );
});

test("no answer, or one that is not known, is a bug and says so", () => {
  expect(() => toReceipt(undefined, { key: "k" })).toThrow("no answer");
  expect(() => toReceipt({ ...row, outcome: "surprise" }, { key: "k" })).toThrow("surprise");
});
