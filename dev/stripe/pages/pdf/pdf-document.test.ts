import { describe, expect, it } from "vitest";
import { pdfDocument } from "./pdf-document";

const text = (words: string) => ({ text: words, x: 50, y: 700, size: 10 });

describe("a PDF of text", () => {
  it("says where each of its objects begins", () => {
    const pdf = pdfDocument("Two pages", [[text("One")], [text("Two")]]);
    const offsets = [...pdf.matchAll(/^(\d{10}) 00000 n /gm)].map(([, offset]) => Number(offset));
    expect(offsets).toHaveLength(9);
    offsets.forEach((offset, place) => {
      expect(pdf.slice(offset, offset + 8)).toContain(`${place + 1} 0 obj`);
    });
    const start = Number(/startxref\n(\d+)/.exec(pdf)?.[1]);
    expect(pdf.slice(start, start + 4)).toBe("xref");
    expect(pdf).toContain("/Count 2");
  });

  it("says how long the text of a page is", () => {
    const pdf = pdfDocument("One", [[text("One")]]);
    const [, length, stream] = /\/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/.exec(pdf) ?? [];
    expect(stream).toHaveLength(Number(length));
  });

  it("escapes what PDF gives a meaning, and stays ASCII", () => {
    const pdf = pdfDocument("Title", [[text("Café (5 €) \\ 漢")]]);
    expect(pdf).toContain(String.raw`(Caf\351 \(5 \200\) \\ ?)`);
    expect(Buffer.byteLength(pdf)).toBe(pdf.length);
  });

  it("ends right-aligned amounts at the same place", () => {
    const amount = (words: string) => ({ ...text(words), x: 500, alignRight: true });
    const pdf = pdfDocument("Amounts", [[amount("1.00"), amount("11.00")]]);
    const [short, long] = [...pdf.matchAll(/Tf ([\d.]+) /g)].map(([, x]) => Number(x));
    expect((short ?? 0) - (long ?? 0)).toBeCloseTo(5.56);
  });
});
