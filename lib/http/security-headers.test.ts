import { expect, test } from "vitest";
import { contentSecurityPolicy, staticHeaders } from "./security-headers";
import { stripeJsSources } from "./stripe-js-sources";

const directive = (policy: string, name: string) =>
  policy.split("; ").find((part) => part === name || part.startsWith(`${name} `));

test("a page with a nonce runs nothing inline but what carries it", () => {
  const policy = contentSecurityPolicy({ nonce: "abc", development: false, https: true });
  expect(directive(policy, "script-src")).toBe("script-src 'self' 'nonce-abc' 'strict-dynamic'");
  expect(directive(policy, "upgrade-insecure-requests")).toBeDefined();
});

test("what is no page runs nothing inline at all", () => {
  expect(directive(contentSecurityPolicy({ development: false }), "script-src")).toBe("script-src 'self'");
});

test("every page refuses to be framed, plugins, and a changed base address", () => {
  for (const nonce of [undefined, "abc"]) {
    const policy = contentSecurityPolicy({ ...(nonce ? { nonce } : {}), development: false });
    expect(directive(policy, "frame-ancestors")).toBe("frame-ancestors 'none'");
    expect(directive(policy, "object-src")).toBe("object-src 'none'");
    expect(directive(policy, "base-uri")).toBe("base-uri 'none'");
    expect(policy).not.toContain("unsafe-eval");
    expect(directive(policy, "upgrade-insecure-requests")).toBeUndefined();
  }
});

test("forms go to us and to the hosted checkout only", () => {
  const policy = contentSecurityPolicy({ development: false, formTargets: ["https://checkout.stripe.com"] });
  expect(directive(policy, "form-action")).toBe("form-action 'self' https://checkout.stripe.com");
});

test("Stripe's scripts, frames and calls are allowed where a card is added, and only there", () => {
  const closed = contentSecurityPolicy({ nonce: "abc", development: false });
  expect(closed).not.toContain("stripe");
  expect(directive(closed, "frame-src")).toBe("frame-src 'none'");
  const open = contentSecurityPolicy({
    nonce: "abc",
    development: false,
    stripeJs: stripeJsSources(undefined),
  });
  expect(directive(open, "script-src")).toBe(
    "script-src 'self' 'nonce-abc' 'strict-dynamic' https://js.stripe.com https://*.js.stripe.com",
  );
  expect(directive(open, "frame-src")).toContain("https://hooks.stripe.com");
  expect(directive(open, "connect-src")).toBe("connect-src 'self' https://api.stripe.com");
});

test("what stands in for Stripe.js is one place", () => {
  const stripeJs = stripeJsSources("http://127.0.0.1:4242/endive/stripe.js");
  const policy = contentSecurityPolicy({ nonce: "abc", development: false, stripeJs });
  expect(directive(policy, "frame-src")).toBe("frame-src http://127.0.0.1:4242");
  expect(policy).not.toContain("stripe.com");
});

test("evaluation and sockets are for the dev server alone", () => {
  const policy = contentSecurityPolicy({ development: true });
  expect(directive(policy, "script-src")).toContain("'unsafe-eval'");
  expect(directive(policy, "connect-src")).toBe("connect-src 'self' ws:");
});

test("every answer carries the plain headers, and HSTS only behind https", () => {
  const [all, https] = staticHeaders(false);
  expect(all?.headers.map(({ key }) => key)).toEqual([
    "X-Content-Type-Options",
    "X-Frame-Options",
    "Referrer-Policy",
    "Permissions-Policy",
    "Cross-Origin-Opener-Policy",
    "Content-Security-Policy",
  ]);
  const permissions = all?.headers.find(({ key }) => key === "Permissions-Policy")?.value;
  expect(permissions).toContain("publickey-credentials-get=(self)");
  expect(https).toMatchObject({ has: [{ key: "x-forwarded-proto", value: "https" }] });
  expect(https?.headers[0]?.key).toBe("Strict-Transport-Security");
});
