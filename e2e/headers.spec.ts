import { expect, test } from "@playwright/test";
import { fillOwn } from "./authorisation/own-things";
import { routes } from "./authorisation/routes";
import { openSession, sessionCookie } from "./session";
import { seededMember } from "./seeded";
import { readStack } from "./stack";

const everywhere = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "strict-origin-when-cross-origin",
  "cross-origin-opener-policy": "same-origin",
};

async function get(path: string, headers: Record<string, string> = {}): Promise<Headers> {
  const cookie = `${sessionCookie}=${await openSession(seededMember)}`;
  const response = await fetch(`${readStack().appUrl}${path}`, {
    redirect: "manual",
    headers: { cookie, ...headers },
  });
  await response.arrayBuffer();
  return response.headers;
}

const pathOf = (name: string) => fillOwn(routes[name]!.path ?? name.split(" ")[1]!);

test("every route carries the security headers, and HSTS behind https", async () => {
  for (const name of Object.keys(routes)) {
    const headers = await get(await pathOf(name), { "x-forwarded-proto": "https" });
    expect.soft(Object.fromEntries(headers), name).toMatchObject(everywhere);
    expect.soft(headers.get("permissions-policy"), name).toContain("camera=()");
    expect
      .soft(headers.get("permissions-policy"), name)
      .toMatch(/publickey-credentials-create=\(self\), publickey-credentials-get=\(self\)/);
    expect.soft(headers.get("strict-transport-security"), name).toContain("max-age=63072000");
    expect.soft(headers.get("content-security-policy"), name).toContain("frame-ancestors 'none'");
    expect.soft(headers.get("x-powered-by"), name).toBeNull();
  }
});

test("pages run only the scripts that carry this answer's nonce", async () => {
  const nonces = new Set<string>();
  const pages = Object.keys(routes).filter((name) => name.startsWith("page "));
  for (const name of pages) {
    const policy = (await get(await pathOf(name))).get("content-security-policy") ?? "";
    const nonce = /script-src 'self' 'nonce-([^']+)' 'strict-dynamic'/.exec(policy)?.[1];
    expect.soft(nonce, name).toBeTruthy();
    expect.soft(policy, name).not.toMatch(/script-src[^;]*unsafe/);
    nonces.add(nonce ?? "");
  }
  expect(nonces.size, "a nonce is never used twice").toBe(pages.length);
});
