import { describe, expect, test } from "vitest";
import { profileSchema } from "./schema";

const empty = {
  name: null,
  bio: null,
  company: null,
  jobTitle: null,
  website: null,
  location: null,
  timeZone: null,
};

test("everything may be left out", () => {
  expect(profileSchema.parse({})).toEqual(empty);
  expect(profileSchema.parse({ name: "  ", bio: "\n", website: " ", timeZone: "" })).toEqual(empty);
});

test("text is tidied, and emoji and other scripts stay as they are", () => {
  expect(
    profileSchema.parse({
      name: "  Ada   Lovelace 👩‍💻 ",
      bio: "one\r\ntwo",
      company: "株式会社",
      jobTitle: "e\u0301",
    }),
  ).toMatchObject({ name: "Ada Lovelace 👩‍💻", bio: "one\ntwo", company: "株式会社", jobTitle: "é" });
});

test.each([
  "Ada\r\nBcc: eve@example.com",
  "Ada\u0000",
  "Ada \u202Eevol",
  "Ada\u2066",
  "\uD800",
  "a".repeat(81),
])("the name %j is refused", (name) => {
  expect(profileSchema.safeParse({ name }).success).toBe(false);
});

test.each(["a".repeat(501), "a\u0007b", "a\u202Eb"])("the bio %j is refused", (bio) => {
  expect(profileSchema.safeParse({ bio }).success).toBe(false);
});

describe("a website", () => {
  test.each([
    ["https://example.com/a?b=c", "https://example.com/a?b=c"],
    ["example.com", "https://example.com/"],
    ["https://BÜCHER.example", "https://xn--bcher-kva.example/"],
  ])("%s is %s", (typed, website) => {
    expect(profileSchema.parse({ website: typed })).toMatchObject({ website });
  });

  test.each([
    "http://example.com",
    "javascript:alert(1)",
    "data:text/html,x",
    "https://user:secret@example.com",
    "https://localhost",
    "https://",
    "exa mple.com",
    `https://example.com/${"a".repeat(300)}`,
  ])("%s is refused", (website) => {
    expect(profileSchema.safeParse({ website }).success).toBe(false);
  });
});

test("a time zone is one that exists", () => {
  expect(profileSchema.parse({ timeZone: "Europe/Vienna" })).toMatchObject({ timeZone: "Europe/Vienna" });
  expect(profileSchema.parse({ timeZone: "UTC" })).toMatchObject({ timeZone: "UTC" });
  expect(profileSchema.safeParse({ timeZone: "Moon/Tranquility" }).success).toBe(false);
});
