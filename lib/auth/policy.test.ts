import { describe, expect, test } from "vitest";
import { cookieOptions, deviceCookieName, sessionCookieName, toOwnPath } from "./policy";

describe("toOwnPath", () => {
  test.each([
    ["/credits", "/credits"],
    ["/credits/history?kind=payg&search=a%20b", "/credits/history?kind=payg&search=a%20b"],
    ["/services/word-counter#result", "/services/word-counter"],
    ["/a/../credits", "/credits"],
    ["/übersicht", "/%C3%BCbersicht"],
  ])("keeps our own %s", (next, path) => {
    expect(toOwnPath(next)).toBe(path);
  });

  test.each([
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/%5Cevil.example/..//evil.example\\",
    "\\/evil.example",
    "/a/..//evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "javascript:alert(1)",
    "evil.example",
    "",
    "/sign-in",
    "/sign-in?next=/sign-in",
    "/sign-up",
    `/${"a".repeat(3000)}`,
    undefined,
    ["/credits"],
    42,
  ])("answers the dashboard for %j", (next) => {
    expect(toOwnPath(next)).toBe("/dashboard");
  });

  test("never leads to another origin, whatever it is given", () => {
    const parts = [
      "/",
      "\\",
      "//",
      ".",
      "..",
      ":",
      "@",
      "evil.example",
      "%2f",
      "%5c",
      "?",
      "#",
      "\u0000",
      " ",
      "https",
    ];
    for (const a of parts) {
      for (const b of parts) {
        for (const c of parts) {
          const path = toOwnPath(`/${a}${b}${c}`);
          expect(new URL(path, "https://own.example").origin).toBe("https://own.example");
        }
      }
    }
  });
});

test("the cookies are bound to this very host where https allows it", () => {
  expect(sessionCookieName("https://app.example")).toBe("__Host-quickscale-session");
  expect(sessionCookieName("http://localhost:3000")).toBe("quickscale-session");
  expect(deviceCookieName("https://app.example")).toBe("__Host-quickscale-device");
  expect(deviceCookieName("http://localhost:3000")).toBe("quickscale-device");
  expect(cookieOptions("https://app.example")).toMatchObject({ httpOnly: true, path: "/", secure: true });
  expect(cookieOptions("http://localhost:3000").secure).toBe(false);
});
