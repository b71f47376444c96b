import { describe, expect, test } from "vitest";
import { fixtures } from "./fixtures";
import { registry } from "./registry";
import { renderEmail } from "./render-email";

test("every mail has a fixture", () => {
  expect(fixtures.map(({ template }) => template).sort()).toEqual(Object.keys(registry).sort());
});

describe.each(fixtures)("the mail $template", (message) => {
  const values = Object.values(message.props).filter((value) => typeof value === "string");

  test("says in HTML and in plain text everything it was given", async () => {
    const { subject, html, text } = await renderEmail(message);
    expect(subject).toMatch(/^[^\r\n]{5,78}$/);
    expect(html).toMatch(/^<!DOCTYPE html/);
    const decoded = html.replaceAll("&amp;", "&");
    for (const value of values) {
      expect(decoded).toContain(value);
      expect(text).toContain(value);
    }
    expect(text).not.toMatch(/<[a-z]|undefined|\[object/i);
  });

  test("renders to the same bytes every time, as the provider's idempotency demands", async () => {
    expect(await renderEmail(message)).toEqual(await renderEmail(structuredClone(message)));
  });
});

test("what people typed cannot become markup", async () => {
  const hostile = "<script>alert(1)</script>";
  const { html } = await renderEmail({
    template: "password-changed",
    props: { changedAt: hostile, resetUrl: "https://a.example" },
  });
  expect(html).not.toContain(hostile);
  expect(html).toContain("&lt;script&gt;");
});

test("a receipt without a card and a receipt link leaves both out", async () => {
  const receipt = fixtures.find(({ template }) => template === "purchase-receipt");
  if (receipt?.template !== "purchase-receipt") throw new Error("no receipt");
  const { text } = await renderEmail({
    ...receipt,
    props: { ...receipt.props, card: null, receiptUrl: null },
  });
  expect(text).not.toMatch(/Card|payment receipt/);
});
