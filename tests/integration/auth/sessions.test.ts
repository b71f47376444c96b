import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { findSessionUser, requireAdmin, requireUser, signInWithPassword, signOut } from "@/lib/auth";
import { sentCookies, startRequest } from "@/tests/fakes/next-request";
import { appUrl, cookieName, openAuth } from "./setup";

vi.mock("next/headers", () => import("@/tests/fakes/next-request"));

const { db, clock, log, createMember, signIn } = await openAuth();
const days = (count: number) => count * 24 * 3_600_000;
const browse = (cookie: string | undefined, headers: Record<string, string> = {}) => {
  startRequest(headers, cookie ? { [cookieName]: cookie } : {});
};
/** Where a page sent the visitor instead of answering. */
async function sentTo(page: () => Promise<unknown>): Promise<string> {
  try {
    await page();
    return "answered";
  } catch (error) {
    return z.object({ digest: z.string() }).parse(error).digest;
  }
}

beforeEach(() => {
  clock.set(new Date());
  log.lines.length = 0;
});

afterEach(() => {
  expect(log.lines.filter(({ level }) => level === "error")).toEqual([]);
});

describe("signing in", () => {
  test("makes one row that holds the hash of the cookie, the place and the browser", async () => {
    const user = await createMember("ada@example.com");
    const cookie = await signIn("ada@example.com");
    expect(cookie).toMatch(/^[\w-]{43}$/);
    const sessions = await db.prisma.session.findMany({ where: { userId: user.id } });
    expect(sessions).toHaveLength(1);
    expect(sessions[0]).toMatchObject({
      tokenHash: createHash("sha256").update(cookie).digest("hex"),
      ip: "203.0.113.9",
      userAgent: "Test browser",
      expires: new Date(clock.now().getTime() + days(30)),
      lastUsedAt: clock.now(),
    });
    browse(cookie);
    expect(await requireUser()).toEqual({
      id: user.id,
      email: "ada@example.com",
      name: null,
      role: "member",
      timeZone: null,
      sessionId: sessions[0]?.id,
    });
  });

  test("again in the same browser ends its earlier session: a planted cookie is worth nothing", async () => {
    const user = await createMember("again@example.com");
    const first = await signIn("again@example.com");
    const second = await signIn("again@example.com", first);
    expect(second).not.toBe(first);
    expect(await db.prisma.session.count({ where: { userId: user.id } })).toBe(1);
    browse(first);
    expect(await findSessionUser()).toBeNull();
  });

  test("never takes over a session id that the browser brought along", async () => {
    await createMember("fixed@example.com");
    expect(await signIn("fixed@example.com", "chosen-by-an-attacker")).not.toBe("chosen-by-an-attacker");
  });

  test("with a wrong password says so, makes no session and logs that it was refused, not to whom", async () => {
    await createMember("wrong@example.com");
    browse(undefined);
    await expect(signInWithPassword({ email: "wrong@example.com", password: "nope" })).rejects.toMatchObject({
      code: "users.credentials_invalid",
    });
    expect(sentCookies()[cookieName]).toBeUndefined();
    expect(log.lines).toMatchObject([{ level: "info", bindings: { code: "users.credentials_invalid" } }]);
    expect(JSON.stringify(log.lines)).not.toMatch(/wrong@|nope/);
  });

  test("in several browsers gives each its own session", async () => {
    await createMember("many@example.com");
    const cookies = [
      await signIn("many@example.com"),
      await signIn("many@example.com"),
      await signIn("many@example.com"),
    ];
    expect(new Set(cookies).size).toBe(3);
    for (const cookie of cookies) {
      browse(cookie);
      expect(await findSessionUser()).toMatchObject({ email: "many@example.com" });
    }
  });
});

describe("a session", () => {
  test("ends on the very next request once its row is gone", async () => {
    const user = await createMember("revoked@example.com");
    const cookie = await signIn("revoked@example.com");
    browse(cookie);
    expect(await findSessionUser()).toMatchObject({ id: user.id });
    await db.prisma.session.deleteMany({ where: { userId: user.id } });
    browse(cookie);
    expect(await findSessionUser()).toBeNull();
  });

  test("ends at once when its owner is suspended", async () => {
    const user = await createMember("suspended@example.com");
    const cookie = await signIn("suspended@example.com");
    await db.prisma.user.update({ where: { id: user.id }, data: { suspendedAt: new Date() } });
    browse(cookie);
    expect(await findSessionUser()).toBeNull();
  });

  test("ends after seven days without use, and lives on with use", async () => {
    await createMember("idle@example.com");
    const [used, unused] = [await signIn("idle@example.com"), await signIn("idle@example.com")];
    clock.advance(days(4));
    browse(used);
    expect(await findSessionUser()).not.toBeNull();
    clock.advance(days(4));
    browse(used);
    expect(await findSessionUser()).not.toBeNull();
    browse(unused);
    expect(await findSessionUser()).toBeNull();
  });

  test("ends after thirty days however busy", async () => {
    await createMember("busy@example.com");
    const cookie = await signIn("busy@example.com");
    for (let day = 5; day < 30; day += 5) {
      clock.advance(days(5));
      browse(cookie);
      expect(await findSessionUser(), `day ${day}`).not.toBeNull();
    }
    clock.advance(days(5));
    browse(cookie);
    expect(await findSessionUser()).toBeNull();
  });

  test("never ends later than it was to end, whatever NextAuth would renew", async () => {
    const user = await createMember("fixed-end@example.com");
    const cookie = await signIn("fixed-end@example.com");
    const end = new Date(clock.now().getTime() + days(30));
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + days(3) });
    clock.advance(days(3));
    browse(cookie);
    expect(await findSessionUser()).not.toBeNull();
    vi.useRealTimers();
    expect(await db.prisma.session.findFirst({ where: { userId: user.id } })).toMatchObject({ expires: end });
  });

  test("notes its use at most every five minutes", async () => {
    const user = await createMember("touch@example.com");
    const cookie = await signIn("touch@example.com");
    const start = clock.now();
    const lastUsed = async () =>
      (await db.prisma.session.findFirstOrThrow({ where: { userId: user.id } })).lastUsedAt;
    clock.advance(4 * 60_000);
    browse(cookie);
    await findSessionUser();
    expect(await lastUsed()).toEqual(start);
    clock.advance(2 * 60_000);
    browse(cookie);
    await findSessionUser();
    expect(await lastUsed()).toEqual(clock.now());
  });

  test.each([
    ["empty", ""],
    ["invented", "x"],
    ["a NUL byte", "%00"],
    ["five thousand characters long", "a".repeat(5000)],
    ["SQL", "'%20OR%201=1%20--"],
  ])("does not exist for a cookie that is %s", async (_, cookie) => {
    browse(cookie);
    expect(await findSessionUser()).toBeNull();
  });

  test("is answered by one statement", async () => {
    await createMember("one@example.com");
    const cookie = await signIn("one@example.com");
    const statements = vi.spyOn(db, "sql");
    const lookups = vi.spyOn(db.prisma.session, "findUnique");
    browse(cookie);
    await findSessionUser();
    expect(statements).toHaveBeenCalledTimes(1);
    expect(lookups).not.toHaveBeenCalled();
    statements.mockRestore();
  });
});

describe("pages", () => {
  test("send signed-out visitors to sign in and back to the page they wanted", async () => {
    browse(undefined, { "x-quickscale-path": "/credits/history?kind=payg" });
    expect(await sentTo(requireUser)).toContain(
      `/sign-in?next=${encodeURIComponent("/credits/history?kind=payg")}`,
    );
  });

  test("never send them on to another site", async () => {
    browse(undefined, { "x-quickscale-path": "//evil.example" });
    expect(await sentTo(requireUser)).toContain(`/sign-in?next=${encodeURIComponent("/dashboard")}`);
  });

  test("send unverified people to verify, and treat them as nobody", async () => {
    await createMember("unverified@example.com", { emailVerified: null });
    const cookie = await signIn("unverified@example.com");
    browse(cookie);
    expect(await sentTo(requireUser)).toContain(";/verify-email;");
    expect(await findSessionUser()).toMatchObject({ verified: false });
  });

  test("of admins do not exist for members", async () => {
    await createMember("member@example.com");
    await createMember("admin@example.com", { role: "admin" });
    browse(await signIn("member@example.com"));
    expect(await sentTo(requireAdmin)).toContain("404");
    browse(await signIn("admin@example.com"));
    expect(await requireAdmin()).toMatchObject({ role: "admin" });
    browse(undefined);
    expect(await sentTo(requireAdmin)).toContain("/sign-in");
  });
});

describe("signing out", () => {
  test("ends the session on the server and takes the cookie away", async () => {
    const user = await createMember("out@example.com");
    const cookie = await signIn("out@example.com");
    browse(cookie, { origin: appUrl });
    expect(await sentTo(signOut)).toContain(";/sign-in;");
    expect(sentCookies()[cookieName]).toBeUndefined();
    expect(await db.prisma.session.count({ where: { userId: user.id } })).toBe(0);
    browse(cookie);
    expect(await findSessionUser()).toBeNull();
  });

  test("is not for other sites to cause", async () => {
    const user = await createMember("stay@example.com");
    const cookie = await signIn("stay@example.com");
    browse(cookie, { origin: "https://evil.example" });
    await expect(signOut()).rejects.toThrow("http.foreign_origin");
    expect(await db.prisma.session.count({ where: { userId: user.id } })).toBe(1);
  });
});
