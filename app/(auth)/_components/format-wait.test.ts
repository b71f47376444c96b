import { expect, test } from "vitest";
import { formatWait } from "./format-wait";

test.each([
  [1, "1 second"],
  [59, "59 seconds"],
  [60, "1 min 0 s"],
  [895, "14 min 55 s"],
])("%i seconds are %j", (seconds, words) => {
  expect(formatWait(seconds)).toBe(words);
});
