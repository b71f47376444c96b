import { expect, test } from "vitest";
import { aDocument } from "@/tests/factories/document";
import { renderDocument } from "../render-document";

/** Objects of a PDF that are not compressed: pages, fonts and data about the document. */
const count = (pdf: Buffer, pattern: RegExp) => [...pdf.toString("latin1").matchAll(pattern)].length;
const fontsOf = (pdf: Buffer) =>
  [
    ...new Set(
      Array.from(pdf.toString("latin1").matchAll(/\/BaseFont \/[A-Z]{6}\+([\w-]+)/g), ([, font]) => font),
    ),
  ].sort();

test("a document is one page of A4 that says who issued it", async () => {
  const pdf = await renderDocument(aDocument());
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  expect(count(pdf, /\/Type \/Page\b/g)).toBe(1);
  const text = pdf.toString("latin1");
  expect(text).toMatch(/\/MediaBox \[0 0 595\.28\d* 841\.89\d*\]/);
  expect(text).toContain("(Receipt R-2026-000042)");
  expect(text).toContain("(QuickScale)");
});

test("the same content gives the same bytes, as the provider's idempotency demands", async () => {
  const again = await renderDocument(structuredClone(aDocument()));
  expect((await renderDocument(aDocument())).equals(again)).toBe(true);
});

test("letters are embedded from the fonts that have them, and nothing falls back to one that has not", async () => {
  const pdf = await renderDocument(
    aDocument({ buyer: { name: "Łukasz 名前 Αθηνά 🎉", email: "a@example.com" } }),
  );
  expect(fontsOf(pdf)).toEqual([
    "DidactGothic-Regular",
    "Geist-Medium",
    "Geist-Regular",
    "Geist-SemiBold",
    "MotoyaLCedar-W3-90ms-RKSJ-H",
  ]);
  expect(count(pdf, /\/BaseFont \/Helvetica/g)).toBe(0);
});

test("40 lines take several pages", async () => {
  const lines = Array.from({ length: 40 }, (_, index) => ({
    description: `Line ${index + 1}: ${"long words ".repeat(index % 9)}${"x".repeat(index * 3)}`,
    quantity: 1,
    amountMinor: 4_500n,
    period: null,
  }));
  const pdf = await renderDocument(aDocument({ kind: "invoice", lines, totalMinor: 180_000n }));
  expect(count(pdf, /\/Type \/Page\b/g)).toBeGreaterThanOrEqual(3);
});
