import { expect, test } from "vitest";
import { getServicePage } from "@/lib/services";
import { findOversized, hasRequiredInput, toFieldErrors } from "./form-state";
import { toProblemWords } from "./problem-words";

test.each([
  "services.failed",
  "services.timed_out",
  "services.misbehaved",
  "services.quote_changed",
  "credits.insufficient",
  "rate_limits.exceeded",
  "quotas.exceeded",
  "auth.signed_out",
  "auth.viewing_only",
  "internal",
  "__proto__",
  "constructor",
  "a".repeat(10_000),
])("%s says that nothing was charged", (code) => {
  expect(toProblemWords(code).text).toMatch(/not charged/i);
  expect(toProblemWords(code).title).toMatch(/\w/);
});

test("a service's own words come first", () => {
  const own = { "image.svg": "SVG drawings are code." };
  expect(toProblemWords("image.svg", own).title).toBe("SVG drawings are code.");
  expect(toProblemWords("toString", own).title).toBe("Something went wrong on our side");
});

test("what a network failure leaves open is not called uncharged", () => {
  expect(toProblemWords("network").text).toMatch(/never charged twice/);
});

test("problems go to their fields", () => {
  expect(toFieldErrors({ code: "c", fields: { text: ["Too long."] } }, {})).toEqual({ text: ["Too long."] });
  expect(
    toFieldErrors({ code: "c", field: "image", problem: "image.svg" }, { "image.svg": "No SVG." }),
  ).toEqual({
    image: ["No SVG."],
  });
  expect(toFieldErrors({ code: "c" }, {})).toEqual({});
  expect(toFieldErrors(null, {})).toEqual({});
});

test("a form has a price once its texts and files are there and small enough to send", () => {
  const { fields } = getServicePage("image-optimiser");
  const form = new FormData();
  form.set("image", new File([], ""));
  expect(hasRequiredInput(fields, form)).toBe(false);
  form.set("image", new File(["x"], "a.png"));
  expect(hasRequiredInput(fields, form)).toBe(true);
  expect(findOversized(fields, form)).toBeNull();
  form.set("image", new File([new Uint8Array(10_000_001)], "a.png"));
  expect(findOversized(fields, form)).toMatchObject({
    fields: { image: [expect.stringContaining("10 MB")] },
  });
  const texts = getServicePage("word-counter").fields;
  const text = new FormData();
  text.set("text", "  \n");
  expect(hasRequiredInput(texts, text)).toBe(false);
});
