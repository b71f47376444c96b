import { describe, expect, it } from "vitest";
import { DEFAULT_RETRIES, nextDelay } from "./retry-schedule";

describe("nextDelay", () => {
  it.each([
    [1, 1_000],
    [2, 3_000],
    [3, 9_000],
    [6, 243_000],
    [7, 300_000],
    [15, 300_000],
    [16, null],
  ])("waits after %i failed attempts for %s ms", (failed, delay) => {
    expect(nextDelay(DEFAULT_RETRIES, failed)).toBe(delay);
  });
});
