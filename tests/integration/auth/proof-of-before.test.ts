import { expect, test, vi } from "vitest";
import { signInWithPassword } from "@/lib/auth";
import { openSession } from "@/lib/auth/open-session";
import { hashPassword, verifySignIn } from "@/lib/users";
import { sentCookies, startRequest } from "@/tests/fakes/next-request";
import { cookieName, openAuth, password } from "./setup";

vi.mock("next/headers", () => import("@/tests/fakes/next-request"));

const { ctx, db, createMember } = await openAuth();
const origin = { ip: null, userAgent: null, sessionToken: null, deviceToken: null };
const sessionsOf = (userId: string) => db.prisma.session.count({ where: { userId } });

test("a password that was changed while it was looked at opens nothing", async () => {
  const { id: userId, email } = await createMember("changed@example.com");
  const { passwordStamp } = await verifySignIn(ctx, { email, password, ip: null });
  const open = (token: string) => openSession(ctx, { token, userId, passwordStamp, origin });
  await open("before");
  await db.prisma.user.update({
    where: { id: userId },
    data: { passwordHash: await hashPassword("another one 42") },
  });
  await expect(open("after")).rejects.toMatchObject({ code: "users.credentials_invalid" });
  expect(await sessionsOf(userId)).toBe(1);
});

test("the doors carry the stamp of what they looked at", async () => {
  const { id: userId, email } = await createMember("doors@example.com");
  startRequest();
  await signInWithPassword({ email, password });
  expect(sentCookies()[cookieName]).toBeTruthy();
  expect(await sessionsOf(userId)).toBe(1);
});

test("who signs in while two steps are turned on waits, and then owes the second", async () => {
  const { id: userId } = await createMember("waits@example.com");
  const secret = { userId, sealed: "x", keyId: "x", createdAt: new Date(), confirmedAt: new Date() };
  let opening: Promise<unknown> | undefined;
  await db.transaction(async (tx) => {
    await tx.sql({
      name: "t-lock",
      text: "SELECT id FROM users WHERE id = $1::uuid FOR UPDATE",
      values: [userId],
    });
    opening = openSession(ctx, { token: "waiting", userId, origin }).catch((error: unknown) => error);
    await tx.prisma.totpSecret.create({ data: secret });
    await tx.prisma.session.deleteMany({ where: { userId } });
  });
  expect(await opening).toMatchObject({ code: "two_factor.required" });
  expect(await sessionsOf(userId)).toBe(0);
});
