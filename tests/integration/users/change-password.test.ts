import { expect, test } from "vitest";
import { changePassword, forgotPassword, resetPassword, verifySignIn } from "@/lib/users";
import { latestToken, queuedEmails } from "@/tests/setup/queued-emails";
import { goodPassword, openUsers, otherPassword } from "./setup";

const { db, ctx, register, openSession } = await openUsers();
const origin = { ip: "203.0.113.7", userAgent: "Firefox/1" };

async function memberWithSessions() {
  const user = await register();
  const [own] = await Promise.all([openSession(user.id), openSession(user.id), openSession(user.id)]);
  const change = (current: string, password: string) =>
    changePassword(ctx, { userId: user.id, sessionId: own.id, current, password, origin });
  const sessions = () => db.prisma.session.findMany({ where: { userId: user.id }, select: { id: true } });
  return { user, own, change, sessions };
}

test("a changed password ends every other session and older links, is logged, and its owner told", async () => {
  const { user, own, change, sessions } = await memberWithSessions();
  await forgotPassword(ctx, { email: user.email, ip: null });
  const token = await latestToken(db, user.email);
  await change(goodPassword, otherPassword);
  expect(await sessions()).toEqual([{ id: own.id }]);
  await expect(resetPassword(ctx, { token, password: goodPassword, ip: null })).rejects.toThrow(
    "link_invalid",
  );
  expect((await queuedEmails(db, user.email)).at(-1)?.message.template).toBe("password-changed");
  expect(await db.prisma.securityEvent.findMany({ where: { userId: user.id } })).toMatchObject([
    { kind: "password_changed", ...origin },
  ]);
  await expect(
    verifySignIn(ctx, { email: user.email, password: otherPassword, ip: null }),
  ).resolves.toMatchObject({ id: user.id });
});

test("nothing changes for a wrong current password or a weak new one, and the sixth wrong one locks", async () => {
  const { user, change, sessions } = await memberWithSessions();
  await expect(change(goodPassword, "password1")).rejects.toThrow("password_refused");
  for (let miss = 0; miss < 5; miss += 1)
    await expect(change("not the password", otherPassword)).rejects.toThrow("current_password_wrong");
  await expect(change(goodPassword, otherPassword)).rejects.toThrow("rate_limits.exceeded");
  expect(await sessions()).toHaveLength(3);
  expect((await queuedEmails(db, user.email)).map(({ message }) => message.template)).not.toContain(
    "password-changed",
  );
});

test("an account without a password has none to change", async () => {
  const { user, change } = await memberWithSessions();
  await db.prisma.user.update({ where: { id: user.id }, data: { passwordHash: null } });
  await expect(change(goodPassword, otherPassword)).rejects.toThrow("current_password_wrong");
});

test("of two changes at once one finds its current password wrong", async () => {
  const { change } = await memberWithSessions();
  const changes = await Promise.allSettled([
    change(goodPassword, otherPassword),
    change(goodPassword, `${otherPassword} too`),
  ]);
  expect(changes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a lock of signing in stands once in the log of who has the address, and in nobody else's", async () => {
  const user = await register();
  const attempt = (email: string) => verifySignIn(ctx, { email, password: "wrong", ip: "203.0.113.8" });
  const tries = [user.email, "stranger@example.com"].flatMap((email) =>
    Array.from({ length: 9 }, () => email),
  );
  for (const email of tries) await expect(attempt(email)).rejects.toThrow();
  const logged = await db.prisma.securityEvent.findMany({ where: { kind: "signed_in_failed_locked" } });
  expect(logged.filter(({ userId }) => userId === user.id)).toMatchObject([{ ip: "203.0.113.8" }]);
});
