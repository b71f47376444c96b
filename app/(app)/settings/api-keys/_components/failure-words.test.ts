import { expect, test } from "vitest";
import { toFailureWords } from "./failure-words";

const wordsOf = (code: string) => toFailureWords({ code, meta: {}, reference: "ref-1" });

test.each(["api_keys.too_many", "api_keys.not_found", "api_keys.expired", "rate_limits.exceeded"])(
  "%s has words of its own",
  (code) => {
    expect(wordsOf(code).title).not.toBe(wordsOf("internal").title);
  },
);

test("what is nobody's fault names its reference, and a stale sign-in says what to do", () => {
  expect(wordsOf("internal").detail).toContain("ref-1");
  expect(wordsOf("auth.step_up_required").title).toContain("Confirm");
});
