import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fixtures } from "./fixtures";
import { markGrid } from "./parts/brand";
import { theme } from "./parts/theme";
import { registry } from "./registry";
import { renderEmail } from "./render-email";
import type { EmailMessage, EmailProps, EmailTemplate } from "./types";

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

const footer = {
  pageUrl: "https://a.example/unsubscribe?token=1",
  settingsUrl: "https://a.example/settings/notifications",
};

test.each(fixtures.filter(({ template }) => /^(credits|quota|usage)-/.test(template)))(
  "the mail $template says where it is switched off, and only when it can be",
  async (message) => {
    const { html, text } = await renderEmail(message, footer);
    for (const url of Object.values(footer)) {
      expect(html).toContain(`href="${url}"`);
      expect(text).toContain(url);
    }
    expect(text).toContain("Unsubscribe from these emails");
    expect((await renderEmail(message)).html).not.toContain("Unsubscribe");
  },
);

test("the mark over every mail is the app's", () => {
  const icon = readFileSync("app/icon.svg", "utf8");
  const { side, radius, inset, square, squareRadius, arcRadius, stroke } = markGrid;
  const end = side - inset - stroke / 2;
  expect(icon).toContain(`width="${side}" height="${side}" rx="${radius}" fill="${theme.accent}"`);
  expect(icon).toContain(
    `x="${inset}" y="${side - inset - square}" width="${square}" height="${square}" rx="${squareRadius}"`,
  );
  const start = inset + stroke / 2;
  expect(icon).toContain(
    `M${start} ${start}h${end - start - arcRadius}a${arcRadius} ${arcRadius} 0 0 1 ${arcRadius} ${arcRadius}v`,
  );
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

describe("a mail says what fits the case", () => {
  /** The plain text of a fixture with other props. */
  async function textOf<T extends EmailTemplate>(
    template: T,
    props: Partial<EmailProps[T]>,
  ): Promise<string> {
    const fixture = fixtures.find((message) => message.template === template);
    const message = { template, props: { ...fixture?.props, ...props } } as unknown as EmailMessage;
    return (await renderEmail(message)).text;
  }

  test("a receipt without a card, a document and a link leaves them out", async () => {
    const text = await textOf("purchase-receipt", { card: null, number: null, receiptUrl: null });
    expect(text).not.toMatch(/Card|attached|payment receipt|null/);
  });

  test("a trial says that nothing is charged before it ends", async () => {
    const trialEndsAt = "29 Nov 2026, 08:30 UTC";
    const text = await textOf("subscription-started", {
      trialEndsAt,
      amount: "$0.00",
      number: null,
      card: null,
    });
    expect(text).toContain("Your trial of Basic has begun");
    expect(text).toContain("Nothing is charged before then");
    expect(text).not.toMatch(/attached|null/);
  });

  test("a plan that ends tells one that was canceled from one that could not be charged", async () => {
    expect(await textOf("subscription-ended", { unpaid: false })).toContain("as you had asked");
    expect(await textOf("subscription-ended", { unpaid: true })).toContain("payment did not succeed");
  });

  test("a payment that is not tried again says so", async () => {
    const text = await textOf("payment-failed", { nextAttemptAt: null, reason: null, card: null });
    expect(text).toContain("not tried again by itself");
    expect(text).not.toMatch(/Next try|null/);
  });

  test("a refund says whether credits were taken back, and what is owed", async () => {
    expect(await textOf("refund", { credits: null, debt: null })).toContain("stay yours");
    const taken = await textOf("refund", { debt: null, number: null });
    expect(taken).toContain("were taken back");
    expect(taken).not.toMatch(/Owed|spent already|attached|null/);
  });

  test("a refund that failed without credits gives none back", async () => {
    expect(await textOf("refund-failed", { credits: null, number: null })).not.toMatch(/yours again|null/);
  });

  test("an inquiry freezes nothing, and a dispute without a deadline asks for nothing", async () => {
    const text = await textOf("dispute-opened", { inquiry: true, credits: "0", dueBy: null });
    expect(text).toContain("no credits were frozen");
    expect(text).toContain("Nothing can be sent");
  });

  test("a warning that comes too late asks for nothing", async () => {
    expect(await textOf("fraud-warning", { actionable: false })).toContain("there is nothing to do");
  });
});
