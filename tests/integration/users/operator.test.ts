import { describe, expect, test } from "vitest";
import {
  createUser,
  endSessionsOf,
  findLinkState,
  forgotPassword,
  markVerified,
  resetPassword,
  restoreUser,
  setRole,
  suspendUser,
  unlockSignIn,
  verifySignIn,
} from "@/lib/users";
import { latestToken, queuedEmails } from "@/tests/setup/queued-emails";
import { goodPassword, openUsers, otherPassword } from "./setup";

const { db, clock, ctx, register, openSession } = await openUsers();
const auditOf = (userId: string) =>
  db.prisma.auditEntry.findMany({ where: { userId }, orderBy: { seq: "asc" } });
const signIn = (email: string, password = goodPassword) => verifySignIn(ctx, { email, password, ip: null });

describe("creating a person on an operator's word", () => {
  test("makes a verified member who can sign in, and mails nobody", async () => {
    const user = await createUser(ctx, { email: " Op@Example.com", password: goodPassword });
    expect(user.email).toBe("op@example.com");
    expect(await signIn("op@example.com")).toMatchObject({ id: user.id, role: "member" });
    expect(await queuedEmails(db, "op@example.com")).toEqual([]);
  });

  test("obeys the rules for addresses and passwords", async () => {
    await expect(createUser(ctx, { email: "a@b", password: goodPassword })).rejects.toThrow("email_invalid");
    await expect(createUser(ctx, { email: "c@example.com", password: "password" })).rejects.toThrow(
      "password_refused",
    );
  });

  test("never touches somebody who has the address, however many try at once", async () => {
    const owner = await register({ email: "taken@example.com", password: otherPassword });
    await expect(createUser(ctx, { email: "taken@example.com", password: goodPassword })).rejects.toThrow(
      "email_taken",
    );
    expect(await signIn("taken@example.com", otherPassword)).toMatchObject({ id: owner.id });
    const results = await Promise.allSettled(
      Array.from({ length: 6 }, () => createUser(ctx, { email: "race@example.com", password: goodPassword })),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

test("confirming an address on an operator's word makes its mailed links worthless, once", async () => {
  const user = await register({ confirmed: false });
  const token = await latestToken(db, user.email);
  expect(await markVerified(ctx, { email: user.email.toUpperCase() })).toEqual({
    changed: true,
    passwordKept: true,
  });
  expect(await findLinkState(ctx, "verify_email", token)).toMatchObject({ state: "used" });
  const { emailVerified } = await db.prisma.user.findUniqueOrThrow({ where: { id: user.id } });
  expect(emailVerified).toEqual(clock.now());
  expect(await markVerified(ctx, { email: user.email })).toEqual({ changed: false, passwordKept: true });
  await expect(markVerified(ctx, { email: "nobody@example.com" })).rejects.toThrow("users.not_found");
  expect(await signIn(user.email)).toMatchObject({ id: user.id });
});

test("an operator's word lets nobody in who signed up with somebody else's address", async () => {
  const { id, email } = await register({ confirmed: false });
  await openSession(id);
  await register({ email, password: otherPassword, confirmed: false });
  expect(await markVerified(ctx, { email })).toEqual({ changed: true, passwordKept: false });
  await expect(signIn(email)).rejects.toThrow("credentials_invalid");
  await expect(signIn(email, otherPassword)).rejects.toThrow("credentials_invalid");
  expect(await db.prisma.session.count({ where: { userId: id } })).toBe(0);
  await forgotPassword(ctx, { email, ip: null });
  await resetPassword(ctx, { token: await latestToken(db, email), password: goodPassword, ip: null });
  expect(await signIn(email)).toMatchObject({ id });
});

test("a new role ends every session; the role somebody has already changes nothing", async () => {
  const user = await register();
  await openSession(user.id);
  expect(await setRole(ctx, { email: user.email, role: "member" })).toEqual({ changed: false });
  expect(await db.prisma.session.count({ where: { userId: user.id } })).toBe(1);
  expect(await setRole(ctx, { email: user.email, role: "admin" })).toEqual({ changed: true });
  expect(await db.prisma.session.count({ where: { userId: user.id } })).toBe(0);
  await expect(setRole(ctx, { email: "not an address", role: "admin" })).rejects.toThrow("users.not_found");
});

test("a suspended person is out by every way, told by mail, and comes back as they were", async () => {
  const user = await register();
  const person = { email: ` ${user.email.toUpperCase()}`, reason: "ticket 42" };
  await openSession(user.id);
  expect(await suspendUser(ctx, person)).toEqual({ changed: true });
  expect(await suspendUser(ctx, { userId: user.id })).toEqual({ changed: false });
  expect(await db.prisma.session.count({ where: { userId: user.id } })).toBe(0);
  await expect(signIn(user.email)).rejects.toThrow("users.suspended");
  expect(await restoreUser(ctx, person)).toEqual({ changed: true });
  expect(await restoreUser(ctx, person)).toEqual({ changed: false });
  expect(await signIn(user.email)).toMatchObject({ id: user.id });
  const mails = (await queuedEmails(db, user.email)).map(({ message }) => message.template);
  expect(mails.slice(-2)).toEqual(["account-suspended", "account-restored"]);
  const events = await db.prisma.securityEvent.findMany({
    where: { userId: user.id },
    orderBy: { id: "asc" },
  });
  expect(events.map(({ kind, detail }) => [kind, detail])).toEqual([
    ["account_suspended", "our support"],
    ["account_restored", "our support"],
  ]);
  expect(await auditOf(user.id)).toMatchObject([
    { stream: "system:cli", action: "user_suspended", reason: "ticket 42" },
    { stream: "system:cli", action: "user_restored" },
  ]);
});

test("who was deleted is nobody to suspend, restore or sign out", async () => {
  const { id: userId } = await register();
  await db.prisma.user.update({
    where: { id: userId },
    data: { anonymisedAt: clock.now(), suspendedAt: clock.now() },
  });
  for (const act of [suspendUser, restoreUser, endSessionsOf])
    await expect(act(ctx, { userId })).rejects.toThrow("users.not_found");
});

test("a person is signed out everywhere, and each act of an operator is written down", async () => {
  const user = await register({ confirmed: false });
  const { email } = user;
  await markVerified(ctx, { email });
  await openSession(user.id);
  await openSession(user.id);
  expect(await endSessionsOf(ctx, { email })).toEqual({ sessions: 2 });
  expect(await endSessionsOf(ctx, { email })).toEqual({ sessions: 0 });
  await setRole(ctx, { email, role: "admin" });
  await unlockSignIn(ctx, email);
  await unlockSignIn(ctx, "nobody@example.com");
  expect(await auditOf(user.id)).toMatchObject([
    { action: "email_verified", after: { passwordKept: true } },
    { action: "sessions_ended", after: { sessions: 2 } },
    { action: "sessions_ended", after: { sessions: 0 } },
    { action: "role_changed", before: { role: "member" }, after: { role: "admin" } },
    { action: "sign_in_unlocked" },
  ]);
});

test("an unlock takes the address in any spelling", async () => {
  const user = await register({ email: "locked@example.com" });
  for (let miss = 0; miss < 6; miss += 1) await signIn(user.email, "wrong").catch(() => undefined);
  await expect(signIn(user.email)).rejects.toThrow("rate_limits.exceeded");
  await unlockSignIn(ctx, " LOCKED@example.com");
  expect(await signIn(user.email)).toMatchObject({ id: user.id });
});
