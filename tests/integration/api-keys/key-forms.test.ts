import { expect, test } from "vitest";
import { createFormSchema, rotateFormSchema } from "@/app/(app)/settings/api-keys/_actions/schema";

const keyId = "0190a0a0-7c1e-7000-8000-3f6c2b1d9e42";

test("ticked boxes are scopes, and nothing else that a form carries is", () => {
  const form = { name: "Report", expiresInDays: "90", "services:run": "on", "usage:read": "on", admin: "on" };
  expect(createFormSchema.parse(form)).toEqual({
    name: "Report",
    scopes: ["services:run", "usage:read"],
    expiresInDays: 90,
  });
  expect(createFormSchema.parse({ ...form, expiresInDays: "never" })).toMatchObject({ expiresInDays: null });
});

test("an empty form says what is missing at each field, also one with a made-up end", () => {
  const { error } = createFormSchema.safeParse({ expiresInDays: "7" });
  expect(new Set(error?.issues.map(({ path }) => path[0]))).toEqual(new Set(["name", "scopes"]));
  expect(createFormSchema.safeParse({}).success).toBe(false);
});

test.each([
  ["0", true],
  ["24", true],
  ["1", false],
  ["", false],
  ["x", false],
])("a grace of %j hours: %s", (graceHours, allowed) => {
  expect(rotateFormSchema.safeParse({ keyId, graceHours }).success).toBe(allowed);
});
