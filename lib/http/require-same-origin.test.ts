import { expect, test } from "vitest";
import { ForeignOrigin, requireSameOrigin } from "./require-same-origin";

const appUrl = "https://app.example";
const check = (headers: Record<string, string>, url = appUrl) => {
  requireSameOrigin(new Headers(headers), url);
};

test("lets our own pages through, with a default port, a path in APP_URL or in development", () => {
  check({ origin: "https://app.example" });
  check({ origin: "https://app.example" }, "https://app.example:443/base");
  check({ origin: "http://localhost:3000" }, "http://localhost:3000");
});

test.each([
  ["a missing origin", {}],
  ["null", { origin: "null" }],
  ["a sibling subdomain", { origin: "https://evil.app.example" }],
  ["a suffix", { origin: "https://app.example.evil" }],
  ["plain http", { origin: "http://app.example" }],
  ["another port", { origin: "https://app.example:8443" }],
  ["upper case, which browsers never send", { origin: "HTTPS://APP.EXAMPLE" }],
  ["a spoofed host", { host: "app.example", "x-forwarded-host": "app.example" }],
  [
    "a foreign origin with a spoofed host",
    { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
  ],
  ["a good referer alone", { referer: "https://app.example/sign-in" }],
])("refuses %s", (_, headers) => {
  expect(() => {
    check(headers);
  }).toThrow(ForeignOrigin);
});
