import { describe, expect, it } from "vitest";
import { type Bill, billPdf } from "./bill-pdf";

const bill = (lines: Bill["lines"]): Bill => ({
  title: "Invoice",
  facts: [["Invoice number", "MIA-0001"]],
  customer: ["Mia Wong"],
  lines,
  totals: [
    ["Subtotal", "$45.00"],
    ["Amount due", "$45.00"],
  ],
  notes: ["Thank you"],
});
const line = (description: string) => ({ description, quantity: "1", amount: "$45.00" });
const textsOf = (pdf: string): string[] => [...pdf.matchAll(/\((.*)\) Tj/g)].map(([, text]) => text ?? "");

describe("a bill as a PDF", () => {
  it("says everything, in the order in which it is read", () => {
    expect(textsOf(billPdf(bill([line("500 credits")])))).toEqual([
      ...["Invoice", "Invoice number", "MIA-0001", "Bill to", "Mia Wong"],
      ...["Description", "Qty", "Amount", "500 credits", "1", "$45.00"],
      ...["Subtotal", "$45.00", "Amount due", "$45.00", "Thank you"],
    ]);
  });

  it("wraps what is too long for one row, and loses none of it", () => {
    const long = `${"word ".repeat(30)}${"x".repeat(100)}`;
    const texts = textsOf(billPdf(bill([line(long)])));
    const description = texts.filter((text) => /^(word|x)/.test(text));
    expect(description.every(({ length }) => length <= 66)).toBe(true);
    expect(description.join("").replaceAll(" ", "")).toBe(long.replaceAll(" ", ""));
  });

  it("goes on over as many pages as it takes, with nothing off the paper", () => {
    const pdf = billPdf(bill(Array.from({ length: 100 }, (_, place) => line(`Line ${place}`))));
    expect(pdf).toContain("/Count 3");
    expect(textsOf(pdf).filter((text) => text.startsWith("Line "))).toHaveLength(100);
    const heights = [...pdf.matchAll(/ ([\d.]+) Td/g)].map(([, y]) => Number(y));
    expect(Math.min(...heights)).toBeGreaterThan(40);
    expect(Math.max(...heights)).toBeLessThan(842);
  });
});
