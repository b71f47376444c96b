import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normaliseEmail } from "./email-address";

describe("normaliseEmail", () => {
  test.each([
    ["ada@example.com", "ada@example.com"],
    ["  Ada.Lovelace+Credits@Example.COM\n", "ada.lovelace+credits@example.com"],
    ["ａｄａ@ｅｘａｍｐｌｅ．ｃｏｍ", "ada@example.com"],
    ["o'brien@example.co.uk", "o'brien@example.co.uk"],
    ["ada@MÜNCHEN.example", "ada@xn--mnchen-3ya.example"],
    ["ada@mu\u0308nchen.example", "ada@xn--mnchen-3ya.example"],
    ["ada@quickscale.local", "ada@quickscale.local"],
    [`${"a".repeat(64)}@example.com`, `${"a".repeat(64)}@example.com`],
  ])("stores %j as %j", (typed, stored) => {
    expect(normaliseEmail(typed)).toBe(stored);
  });

  test.each([
    "",
    "ada",
    "@example.com",
    "ada@",
    "ada@localhost",
    "a@b@example.com",
    "ada@example.com,eve@example.com",
    "ada@example.com;eve@example.com",
    "ada@example.com eve@example.com",
    "Ada <ada@example.com>",
    '"ada lovelace"@example.com',
    "ada(comment)@example.com",
    "ada@example.com\r\nBcc: eve@example.com",
    "ada\0@example.com",
    "ada\u200b@example.com",
    "ada\u202e@example.com",
    "аda@example.com",
    "ada@exam_ple.com",
    "ada@-example.com",
    "ada@example..com",
    ".ada@example.com",
    "ada.@example.com",
    "a..da@example.com",
    "ada@[127.0.0.1]",
    "ada@127.0.0.1",
    "ada@0x7f.1",
    "ada@example.com/path",
    "ada@example.com:25",
    "ada@example.c0m",
    "ada\ud800@example.com",
    "مرحبا@example.com",
    "😀@example.com",
    `${"a".repeat(65)}@example.com`,
    `a@${"b".repeat(63)}.${"c".repeat(63)}.${"d".repeat(63)}.${"e".repeat(63)}.com`,
    "a".repeat(10_000),
  ])("refuses %j", (typed) => {
    expect(normaliseEmail(typed)).toBeNull();
  });

  test("is idempotent, and lets nothing through that could break a header or a list", () => {
    const typed = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.tuple(fc.string({ unit: "grapheme" }), fc.domain()).map(([local, domain]) => `${local}@${domain}`),
      fc.emailAddress(),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const email = normaliseEmail(text);
        if (email === null) return;
        expect(normaliseEmail(email)).toBe(email);
        expect(email).toMatch(/^[^\s,;<>()"\\@\p{Cc}]+@[a-z0-9.-]+$/u);
        expect(email.length).toBeLessThanOrEqual(254);
      }),
      { numRuns: 2000 },
    );
  });
});
