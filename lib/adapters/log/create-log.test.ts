import { expect, test } from "vitest";
import { createLog } from "./create-log";

function logged(bindings: object): { line: string; parsed: Record<string, unknown> } {
  const lines: string[] = [];
  createLog("info", { write: (line) => lines.push(line) }).info(bindings, "something happened");
  const line = lines.join("");
  return { line, parsed: JSON.parse(line) as Record<string, unknown> };
}

test("an error of the database tells no address, wherever it carries it", () => {
  const detail = "Key (email)=(ada.lovelace+x@mail.example.com) already exists.\nada@example.com\tx";
  const cause = Object.assign(new Error(`duplicate key: ${detail}`), {
    detail,
    parameters: ["ada@example.com"],
  });
  const { line, parsed } = logged({
    err: new Error("could not sign up", { cause }),
    path: "C:\\new\\ada@example.com",
  });
  expect(line).not.toMatch(/ada[.@]|@/);
  expect(line).toContain("(email)=([address]) already exists.");
  expect(parsed).toMatchObject({ msg: "something happened", path: "C:\\new\\[address]" });
});

test.each([
  [{ password: "violet harbour" }, "violet"],
  [
    { err: Object.assign(new Error("x"), { config: { headers: { Authorization: 'Basic "a\\"b' } } }) },
    "Basic",
  ],
  [{ headers: { cookie: "quickscale-session=abcdef", "set-cookie": "abcdef" } }, "abcdef"],
  [{ sessionToken: "abcdef", clientSecret: "abcdef", passwordHash: "abcdef", apiKey: "abcdef" }, "abcdef"],
  [{ url: "https://app.example/verify-email?token=abcdef_-1" }, "abcdef"],
  [{ note: "called with Bearer abcdef.ghi" }, "abcdef"],
  [{ note: "used qs_live_abcdefgh12 and sk_test_abcdefgh12 and whsec_abcdefgh12" }, "abcdefgh"],
])("%j is logged without its secret", (bindings, secret) => {
  const { line } = logged(bindings);
  expect(line).toContain("[redacted]");
  expect(line).not.toContain(secret);
});

test("what is no secret stays as it is", () => {
  const bindings = {
    userId: "0190a0a0-0000-7000-8000-000000000000",
    code: "users.email_taken",
    worker: "w@1",
    at: "node_modules/@auth.x/core/index.js:1",
    text: 'a@b \\ "q" é \u0001',
  };
  expect(logged(bindings).parsed).toMatchObject(bindings);
});
