import { expect, test } from "vitest";
import { reasonSchema } from "./reason-schema";

test.each(["Asked by mail", "Two\nlines,\tand a tab", "Größe 🙂", "  abc  "])("takes %j", (text) => {
  expect(reasonSchema.parse(text)).toBe(text.trim());
});

test.each(["ab", "   a   ", "a\0b c", "abc\u0007", "abc \ud800", "x".repeat(501)])("refuses %j", (text) => {
  expect(reasonSchema.safeParse(text).success).toBe(false);
});
