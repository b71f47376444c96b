import { expect, test } from "vitest";
import { toFailureWords, toFieldWords } from "./failure-words";

const failure = (code: string, meta: Record<string, unknown> = {}) => ({ code, meta });

test("a refused address and a refused password are told at their fields", () => {
  expect(toFieldWords(failure("users.email_invalid"))).toMatchObject({ field: "email" });
  expect(toFieldWords(failure("users.password_refused", { problem: "common" }))).toEqual({
    field: "password",
    text: "This is one of the first that attackers try. Choose another.",
  });
  expect(toFieldWords(failure("users.credentials_invalid"))).toBeNull();
  expect(toFieldWords(null)).toBeNull();
});

test("a wrong sign-in does not say which of the two was wrong", () => {
  expect(toFailureWords(failure("users.credentials_invalid")).title).toBe(
    "That email and password do not match.",
  );
});

test("a bug is told with its reference and never with its code", () => {
  const words = toFailureWords({ ...failure("internal"), reference: "ref-1" });
  expect(words.detail).toContain("ref-1");
  expect(JSON.stringify(toFailureWords(failure("some.new_code")))).not.toContain("some.new_code");
});
