import { expect, test } from "vitest";
import { findProblem, toPictureWords } from "./picture-words";

test("what is known to be refused is refused before it is sent", () => {
  expect(findProblem({ size: 5_000_000, type: "image/jpeg" })).toBeNull();
  expect(findProblem({ size: 1, type: "" })).toBeNull();
  expect(findProblem({ size: 5_000_001, type: "image/jpeg" })).toBe("avatars.too_large");
  expect(findProblem({ size: 0, type: "image/jpeg" })).toBe("avatars.empty");
  expect(findProblem({ size: 1, type: "image/svg+xml" })).toBe("avatars.svg");
  expect(findProblem({ size: 1, type: "text/html" })).toBe("avatars.unsupported");
});

test("every refusal has words of its own, and a made-up one shows nothing of itself", () => {
  const made = toPictureWords("<b>made up</b>").title;
  for (const problem of [
    "empty",
    "too_large",
    "unsupported",
    "svg",
    "damaged",
    "too_many_pixels",
    "crop_outside",
  ])
    expect(toPictureWords(`avatars.${problem}`).title).not.toBe(made);
  expect(toPictureWords("toString").title).toBe(made);
});
