import { expect, test } from "vitest";
import { UnknownStripeCustomer } from "@/lib/customers";
import { describeError, maxAttempts, statusAfterFailure } from "./policy";

const day = 86_400_000;
const boom = new Error("boom");

test("the last allowed attempt that fails makes an event dead", () => {
  expect(statusAfterFailure(boom, { attempts: 1, ageMs: day })).toBe("failed");
  expect(statusAfterFailure(boom, { attempts: maxAttempts - 1, ageMs: 30 * day })).toBe("failed");
  expect(statusAfterFailure(boom, { attempts: maxAttempts, ageMs: day })).toBe("dead");
});

test("no number of attempts makes an event dead within a day", () => {
  expect(statusAfterFailure(boom, { attempts: 1_000, ageMs: day - 1 })).toBe("failed");
});

test("an error is described with its cause, without NUL, and not endlessly", () => {
  const error = new Error("no\u0000 answer", { cause: new Error("socket closed") });
  expect(describeError(error)).toBe("Error: no answer (socket closed)");
  expect(describeError("just words")).toBe("just words");
  expect(describeError(new Error("x".repeat(5_000)))).toHaveLength(2_000);
});

test("what only a person can solve is dead at once", () => {
  expect(statusAfterFailure(new UnknownStripeCustomer("cus_1"), { attempts: 1, ageMs: 0 })).toBe("dead");
});
