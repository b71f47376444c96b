import { request } from "node:http";
import { text } from "node:stream/consumers";
import { expect, test } from "@playwright/test";
import { listActions } from "./authorisation/entry-points";
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

test("pages of members are kept by no browser and no cache", async () => {
  const closed = Object.entries(routes).filter(
    ([name, { audience, but }]) => name.startsWith("page ") && audience === "members" && !but,
  );
  expect(closed.length).toBeGreaterThan(10);
  for (const [name] of closed) {
    expect.soft((await get(await pathOf(name))).get("cache-control"), name).toMatch(/\bno-store\b/);
  }
});

/** By hand: `fetch` does not send it. */
function trace(path: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const headers = { cookie: "secret-of-mine=1", "x-mine": "echoed?" };
    const sent = request(`${readStack().appUrl}${path}`, { method: "TRACE", headers }, (answer) => {
      text(answer).then((body) => {
        resolve({ status: answer.statusCode ?? 0, body });
      }, reject);
    });
    sent.on("error", reject);
    sent.end();
  });
}

test("TRACE is answered nowhere, and tells nobody what they sent", async () => {
  for (const path of ["/", "/sign-in", "/dashboard", "/api/health", "/api/v1/balance", "/favicon.ico"]) {
    const { status, body } = await trace(path);
    expect.soft(status, path).toBeGreaterThanOrEqual(300);
    expect.soft(body, path).not.toMatch(/secret-of-mine|echoed\?/);
  }
});

test("an action takes no body above a megabyte, and the next call all the same", async () => {
  const { id, path } = listActions().find(({ name }) => name.endsWith("#submitForgotPassword"))!;
  const { appUrl } = readStack();
  const send = (body: string) =>
    fetch(`${appUrl}${path}`, {
      method: "POST",
      redirect: "manual",
      headers: {
        ...{ origin: new URL(appUrl).origin, "next-action": id },
        "content-type": "text/plain;charset=UTF-8",
      },
      body,
    });
  const refused = await send(JSON.stringify([null, { email: "x".repeat(2_000_000) }]));
  expect(refused.ok).toBe(false);
  expect(await refused.text()).not.toContain("node_modules");
  expect((await send("[null,{}]")).status).toBe(200);
});
