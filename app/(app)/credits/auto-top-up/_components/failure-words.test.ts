import { expect, test } from "vitest";
import { toFailureWords, toFieldWords } from "./failure-words";

const failure = (code: string, meta = {}) => ({ code, meta });

test("what a field may hold is said at the field", () => {
  const range = { leastMinor: 4_500n, mostMinor: 450_000n, currency: "usd" };
  expect(toFieldWords(failure("auto_top_up.cap_out_of_range", range))).toEqual({
    field: "cap",
    text: "At least $45.00, the price of one pack, and at most $4,500.00.",
  });
  const most = { mostMilli: 500_000n };
  expect(toFieldWords(failure("auto_top_up.threshold_out_of_range", most))?.text).toContain("At most 500:");
  expect(toFieldWords(failure("auto_top_up.no_card"))).toBeNull();
  expect(toFieldWords(null)).toBeNull();
});

test.each(["auto_top_up.no_card", "auto_top_up.price_changed", "payments.unavailable"])(
  "%s says that nothing was changed",
  (code) => {
    expect(toFailureWords(failure(code)).detail).toContain("Nothing was changed.");
  },
);

test("an unexpected failure names its reference", () => {
  expect(toFailureWords({ ...failure("internal"), reference: "r-1" }).detail).toContain("r-1");
});
