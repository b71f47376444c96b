import { expect, test } from "vitest";
import { UnknownStripeCustomer } from "@/lib/customers";
import { describeError, maxAttempts, statusAfterFailure } from "./policy";

test("the last allowed attempt that fails makes an event dead", () => {
  expect(statusAfterFailure(new Error("boom"), 1)).toBe("failed");
  expect(statusAfterFailure(new Error("boom"), maxAttempts - 1)).toBe("failed");
  expect(statusAfterFailure(new Error("boom"), maxAttempts)).toBe("dead");
});

test("an error is described with its cause, without NUL, and not endlessly", () => {
  const error = new Error("no\u0000 answer", { cause: new Error("socket closed") });
  expect(describeError(error)).toBe("Error: no answer (socket closed)");
  expect(describeError("just words")).toBe("just words");
  expect(describeError(new Error("x".repeat(5_000)))).toHaveLength(2_000);
});

test("what only a person can solve is dead at once", () => {
  expect(statusAfterFailure(new UnknownStripeCustomer("cus_1"), 1)).toBe("dead");
});
