import { expect, test } from "vitest";
import { describeError, maxAttempts, statusAfterFailure } from "./policy";

test("the last allowed attempt that fails makes an event dead", () => {
  expect(statusAfterFailure(1)).toBe("failed");
  expect(statusAfterFailure(maxAttempts - 1)).toBe("failed");
  expect(statusAfterFailure(maxAttempts)).toBe("dead");
});

test("an error is described with its cause, without NUL, and not endlessly", () => {
  const error = new Error("no\u0000 answer", { cause: new Error("socket closed") });
  expect(describeError(error)).toBe("Error: no answer (socket closed)");
  expect(describeError("just words")).toBe("just words");
  expect(describeError(new Error("x".repeat(5_000)))).toHaveLength(2_000);
});
