import { expect, test, vi } from "vitest";
import {
  endOtherSessions,
  endSession,
  findSessionUser,
  listSessions,
  rotateSession,
  signInWithPassword,
} from "@/lib/auth";
import { sentCookies, startRequest } from "@/tests/fakes/next-request";
import { queuedEmails } from "@/tests/setup/queued-emails";
import { cookieName, openAuth, password } from "./setup";

vi.mock("next/headers", () => import("@/tests/fakes/next-request"));

const { db, clock, ctx, createMember } = await openAuth();
const deviceCookie = "quickscale-device";
const origin = { ip: null, userAgent: null };

/** Signs in in a browser that has these cookies, and returns the ones it has then. */
async function signInFrom(email: string, cookies: Record<string, string> = {}) {
  startRequest({ "x-real-ip": "203.0.113.9", "user-agent": "Mozilla/5.0 (X11) Firefox/144.0" }, cookies);
  await signInWithPassword({ email, password });
  return sentCookies();
}

const newDeviceMails = async (email: string) =>
  (await queuedEmails(db, email)).filter(({ message }) => message.template === "new-device");

test("a sign-in from a browser that was never seen is mailed; the first ever and known browsers are not", async () => {
  const user = await createMember("device@example.com");
  const laptop = await signInFrom(user.email);
  expect(laptop[deviceCookie]).toMatch(/^[\w-]{43}$/);
  await signInFrom(user.email, { [deviceCookie]: laptop[deviceCookie] ?? "" });
  expect(await newDeviceMails(user.email)).toEqual([]);
  const phone = await signInFrom(user.email);
  expect(phone[deviceCookie]).not.toBe(laptop[deviceCookie]);
  expect((await newDeviceMails(user.email)).map(({ message }) => message.props)).toMatchObject([
    { device: "Firefox on Linux", ip: "203.0.113.9" },
  ]);
  const stored = JSON.stringify(await db.prisma.knownDevice.findMany());
  expect(stored).not.toContain(laptop[deviceCookie]);
  expect(await db.prisma.securityEvent.count({ where: { userId: user.id, kind: "signed_in" } })).toBe(3);
});

test("a cookie that was made up is replaced and recognises nobody", async () => {
  const user = await createMember("forged@example.com");
  await signInFrom(user.email);
  const browser = await signInFrom(user.email, { [deviceCookie]: "chosen-by-somebody" });
  expect(browser[deviceCookie]).toMatch(/^[\w-]{43}$/);
  expect(await newDeviceMails(user.email)).toHaveLength(1);
});

test("one browser is known to everybody who signs in in it", async () => {
  const [ada, bob] = [await createMember("house-a@example.com"), await createMember("house-b@example.com")];
  await signInFrom(bob.email);
  const shared = await signInFrom(ada.email);
  const again = await signInFrom(bob.email, { [deviceCookie]: shared[deviceCookie] ?? "" });
  expect(again[deviceCookie]).toBe(shared[deviceCookie]);
  expect(await newDeviceMails(bob.email)).toHaveLength(1);
  await signInFrom(ada.email, { [deviceCookie]: again[deviceCookie] ?? "" });
  expect(await newDeviceMails(ada.email)).toEqual([]);
});

test("a person sees their live sessions and ends one or all others, never those of somebody else", async () => {
  const [owner, other] = [await createMember("own@example.com"), await createMember("other@example.com")];
  const cookies = [
    await signInFrom(owner.email),
    await signInFrom(owner.email),
    await signInFrom(owner.email),
  ];
  await signInFrom(other.email);
  await db.prisma.session.create({
    data: { userId: owner.id, tokenHash: "old", expires: clock.now(), createdAt: new Date(0) },
  });
  const [first, second, third] = await listSessions(ctx, owner.id);
  if (!first || !second || !third) throw new Error("Three sessions are open.");
  await expect(endSession(ctx, { userId: other.id, sessionId: first.id, origin })).rejects.toMatchObject({
    kind: "not_found",
  });
  await endSession(ctx, { userId: owner.id, sessionId: first.id, origin });
  const ask = { userId: owner.id, sessionId: second.id, origin };
  expect(await endOtherSessions(ctx, ask)).toBe(2);
  expect(await endOtherSessions(ctx, ask)).toBe(0);
  const live = [];
  for (const jar of cookies) {
    startRequest({}, { [cookieName]: jar[cookieName] ?? "" });
    live.push((await findSessionUser())?.sessionId);
  }
  expect(live.filter(Boolean)).toEqual([second.id]);
  expect(await listSessions(ctx, other.id)).toHaveLength(1);
  const kinds = await db.prisma.securityEvent.findMany({
    where: { userId: owner.id },
    orderBy: { id: "asc" },
  });
  expect(kinds.map(({ kind }) => kind).slice(3)).toEqual(["session_ended", "sessions_ended"]);
});

test("a rotated session goes on under another cookie, and the old one is worth nothing", async () => {
  const user = await createMember("rotate@example.com");
  const before = (await signInFrom(user.email))[cookieName] ?? "";
  const [session] = await listSessions(ctx, user.id);
  startRequest({}, { [cookieName]: before });
  await rotateSession(session?.id ?? "");
  const after = sentCookies()[cookieName] ?? "";
  startRequest({}, { [cookieName]: before });
  expect(await findSessionUser()).toBeNull();
  startRequest({}, { [cookieName]: after });
  expect(await findSessionUser()).toMatchObject({ id: user.id, sessionId: session?.id });
  await endSession(ctx, { userId: user.id, sessionId: session?.id ?? "", origin });
  await rotateSession(session?.id ?? "");
  expect(sentCookies()[cookieName]).toBe(after);
});
