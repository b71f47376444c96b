import { NextRequest } from "next/server";
import { expect, test, vi } from "vitest";
import { handlers } from "@/lib/auth";
import { startRequest } from "@/tests/fakes/next-request";
import { appUrl, cookieName, openAuth, password } from "./setup";

vi.mock("next/headers", () => import("@/tests/fakes/next-request"));

const { db, log, createMember } = await openAuth();
const cookieOf = (response: Response, name: string) =>
  response.headers.getSetCookie().find((cookie) => cookie.startsWith(`${name}=`));

/** Signs in over the library's own HTTP endpoint, as a script would. */
async function post(fields: Record<string, string>, { csrf = true, ip = "203.0.113.20" } = {}) {
  startRequest({ "x-real-ip": ip });
  const first = await handlers.GET(new NextRequest(`${appUrl}/api/auth/csrf`));
  const { csrfToken } = (await first.json()) as { csrfToken: string };
  const cookie = first.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const body = new URLSearchParams({ ...fields, csrfToken: csrf ? csrfToken : "guessed" });
  const headers = { cookie, "content-type": "application/x-www-form-urlencoded" };
  const url = `${appUrl}/api/auth/callback/credentials`;
  return handlers.POST(new NextRequest(url, { method: "POST", body, headers }));
}

async function session(cookie: string): Promise<unknown> {
  startRequest();
  const headers = { cookie: `${cookieName}=${cookie}` };
  return (await handlers.GET(new NextRequest(`${appUrl}/api/auth/session`, { headers }))).json();
}

test("signs in through the same door: a row and a cookie for this host, closed to scripts", async () => {
  const user = await createMember("door@example.com");
  const response = await post({ email: "door@example.com", password });
  const cookie = cookieOf(response, cookieName) ?? "";
  expect(cookie).toMatch(/Path=\/; Expires=.+; HttpOnly; SameSite=Lax$/);
  expect(response.headers.get("location")).toBe(`${appUrl}/dashboard`);
  expect(await db.prisma.session.count({ where: { userId: user.id, ip: "203.0.113.20" } })).toBe(1);
  const told = await session(cookie.split(";")[0]?.slice(cookieName.length + 1) ?? "");
  expect(told).toEqual({ expires: expect.stringMatching(/^2\d{3}-/) as string });
});

test("needs its CSRF token", async () => {
  const user = await createMember("csrf@example.com");
  const response = await post({ email: "csrf@example.com", password }, { csrf: false });
  expect(cookieOf(response, cookieName)).toBeUndefined();
  expect(await db.prisma.session.count({ where: { userId: user.id } })).toBe(0);
});

test("counts wrong passwords with those of the form, says only that it did not work, and logs no secrets", async () => {
  log.lines.length = 0;
  await createMember("count@example.com");
  for (let miss = 0; miss < 5; miss += 1) {
    const response = await post({ email: "count@example.com", password: "wrong" }, { ip: "203.0.113.21" });
    expect(response.headers.get("location")).toContain("/sign-in?error=CredentialsSignin");
  }
  const locked = await post({ email: "count@example.com", password }, { ip: "203.0.113.21" });
  expect(cookieOf(locked, cookieName)).toBeUndefined();
  expect(locked.headers.get("location")).toContain("code=rate_limits.exceeded");
  expect(log.lines.map(({ bindings }) => bindings)).toEqual([
    ...Array.from({ length: 5 }, () => ({
      code: "users.credentials_invalid",
      action: "sign-in",
      ip: "203.0.113.21",
    })),
    { code: "rate_limits.exceeded", action: "sign-in", ip: "203.0.113.21" },
  ]);
  expect(JSON.stringify(log.lines)).not.toMatch(/count@|violet/);
});

test("sends nobody to another site after signing in", async () => {
  await createMember("redirect@example.com");
  const response = await post({
    email: "redirect@example.com",
    password,
    callbackUrl: "https://evil.example/",
  });
  expect(response.headers.get("location")).toBe(`${appUrl}/dashboard`);
});

test("knows no session for an invented cookie", async () => {
  expect(await session("invented")).toBeNull();
});

test("takes no body that a sign-in would not send", async () => {
  const { POST } = await import("@/app/api/auth/[...nextauth]/route");
  for (const length of ["100001", null]) {
    const headers = new Headers(length === null ? {} : { "content-length": length });
    const request = new NextRequest(`${appUrl}/api/auth/callback/credentials`, { method: "POST", headers });
    expect((await POST(request)).status).toBe(413);
  }
});
