import { expect, test } from "vitest";
import { registry } from "@/emails/registry";
import { deriveKey } from "@/lib/shared/derive-key";
import { findMailKind } from "./mail-kinds";
import { isAlwaysOn, listSettings, toChoices } from "./policy";
import { preferencesFormSchema, settingName } from "./schema";
import { notificationGroups, notificationKinds, type NotificationKind } from "./types";
import { readUnsubscribeToken, toUnsubscribeToken } from "./unsubscribe-token";

const userId = "0190d3a5-7e1c-7c3e-8d4f-2a6b9c1e0f57";
const keys = [deriveKey("a secret of at least thirty-two characters", "test")] as const;

test("every mail has a kind, and what is about security, money and the account is always on", () => {
  const kinds = Object.keys(registry).map((template) => [template, findMailKind(template)] as const);
  for (const [template, kind] of kinds) {
    expect(kind, template).not.toBeNull();
    const group = notificationKinds[kind!].group;
    expect(isAlwaysOn(kind!), template).toBe(group !== "usage");
    expect(notificationKinds[kind!].channels, template).toContain("email");
  }
  expect(findMailKind("constructor")).toBeNull();
  expect(Object.keys(notificationGroups)).toEqual(["usage", "security", "money", "account"]);
});

test("choices of kinds and channels that are no more are left out, and what is always on has no switch", () => {
  const stored = ["credits_low", "gone", "receipts"].flatMap((kind) =>
    ["email", "pigeon"].map((channel) => ({ kind, channel, enabled: false })),
  );
  const off = toChoices(stored).filter(({ enabled }) => !enabled);
  expect(off).toEqual([{ kind: "credits_low", channel: "email", enabled: false }]);
});

test("a form switches only what it showed, and nothing that is always on", () => {
  const shown = "credits_low:email,credits_low:in_app,receipts:email,gone:email";
  const fields = { shown, "credits_low:in_app": "on", "monthly_report:email": "on" };
  expect(preferencesFormSchema.parse(fields)).toEqual([
    { kind: "credits_low", channel: "email", enabled: false },
    { kind: "credits_low", channel: "in_app", enabled: true },
  ]);
  expect(preferencesFormSchema.parse({})).toEqual([]);
  expect(new Set(listSettings().map(settingName)).size).toBe(listSettings().length);
});

test("a link opens with the key that signed it, also after the secret was changed, and with no other", () => {
  const target = { userId, kind: "credits_low" } as const;
  const token = toUnsubscribeToken(keys, target);
  expect(toUnsubscribeToken(keys, target)).toBe(token);
  expect(readUnsubscribeToken(keys, token)).toEqual(target);
  const fresh = deriveKey("another secret of at least thirty-two characters", "test");
  expect(readUnsubscribeToken([fresh, ...keys], token)).toEqual(target);
  expect(readUnsubscribeToken([fresh], token)).toBeNull();
  const otherPurpose = deriveKey("a secret of at least thirty-two characters", "other");
  expect(readUnsubscribeToken([otherPurpose], token)).toBeNull();
});

const good = toUnsubscribeToken(keys, { userId, kind: "credits_low" });
const foreign = userId.replace("0190", "0191");

test.each([
  ["nothing", ""],
  ["another person", good.replace(userId, foreign)],
  ["another kind", good.replace("credits_low", "monthly_report")],
  ["a changed signature", good.replace(/.$/, (last) => (last === "A" ? "E" : "A"))],
  ["letters of other scripts in the signature", good.replace(/.$/, "é")],
  ["something behind it", `${good}x`],
  ["a new line behind it", `${good}\n`],
  ["a kind that is always on", toUnsubscribeToken(keys, { userId, kind: "receipts" })],
  ["a kind that is no more", toUnsubscribeToken(keys, { userId, kind: "gone" as NotificationKind })],
  ["somebody who cannot be", toUnsubscribeToken(keys, { userId: "1", kind: "credits_low" })],
])("a link with %s is none", (_, token) => {
  expect(readUnsubscribeToken(keys, token)).toBeNull();
});
