import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { EmailTemplate } from "@/emails/types";
import {
  changePassword,
  confirmEmailChange,
  findLinkState,
  forgotPassword,
  redeemSignInLink,
  requestEmailChange,
  requestSignInLink,
  resetPassword,
  signUp,
  undoEmailChange,
  verifySignIn,
} from "@/lib/users";
import { latestToken, queuedEmails } from "@/tests/setup/queued-emails";
import { goodPassword, openUsers, otherPassword } from "./setup";

const { db, clock, ctx, register, openSession } = await openUsers();
const origin = { ip: "203.0.113.7", userAgent: "Firefox/1" };
const newAddress = () => `new-${randomUUID()}@example.com`;
const ask = (userId: string, email: string) => requestEmailChange(ctx, { userId, email, ip: null });
const confirm = (token: string, sessionId: string | null = null) =>
  confirmEmailChange(ctx, { token, sessionId, origin });
const undo = (token: string) => undoEmailChange(ctx, { token, origin });
const emailOf = async (id: string) => (await db.prisma.user.findUniqueOrThrow({ where: { id } })).email;
const templatesTo = async (email: string): Promise<EmailTemplate[]> =>
  (await queuedEmails(db, email)).map(({ message }) => message.template);

/** Moves a new member to another address. */
async function moved() {
  const user = await register();
  const to = newAddress();
  await ask(user.id, to);
  const objection = await latestToken(db, user.email);
  await confirm(await latestToken(db, to));
  return { user, to, objection };
}

test("the new address confirms, the earlier one is told twice, and only the session that confirmed goes on", async () => {
  const user = await register();
  const to = newAddress();
  const [own] = await Promise.all([openSession(user.id), openSession(user.id)]);
  await requestSignInLink(ctx, { email: user.email, ip: null, browserToken: "b", next: "/" });
  const oldLink = await latestToken(db, user.email);
  expect(await ask(user.id, ` ${to.toUpperCase()} `)).toEqual({ email: to });
  expect(await emailOf(user.id)).toBe(user.email);
  const token = await latestToken(db, to);
  expect(await findLinkState(ctx, "change_email", token)).toEqual({
    state: "live",
    email: user.email,
    newEmail: to,
  });
  expect(await confirm(token, own.id)).toEqual({ userId: user.id });
  expect(await emailOf(user.id)).toBe(to);
  expect((await templatesTo(user.email)).slice(-2)).toEqual(["email-change-asked", "email-changed"]);
  expect(await db.prisma.session.findMany({ where: { userId: user.id } })).toMatchObject([{ id: own.id }]);
  await expect(redeemSignInLink(ctx, { token: oldLink, origin })).rejects.toThrow("link_invalid");
  await expect(confirm(token)).rejects.toThrow("link_invalid");
  await expect(confirm("guess")).rejects.toThrow("link_invalid");
  await expect(verifySignIn(ctx, { email: to, password: goodPassword, ip: null })).resolves.toMatchObject({
    id: user.id,
  });
  expect(await db.prisma.securityEvent.findMany({ where: { userId: user.id } })).toMatchObject([
    { kind: "email_changed", detail: `From ${user.email} to ${to}` },
  ]);
});

test("a link is good for 60 minutes", async () => {
  const user = await register();
  const to = newAddress();
  await ask(user.id, to);
  const token = await latestToken(db, to);
  clock.advance(60 * 60_000);
  await expect(confirm(token)).rejects.toThrow("link_invalid");
  expect(await emailOf(user.id)).toBe(user.email);
});

test.each([
  ["ada@example.com\r\nBcc: eve@example.com", "email_invalid"],
  ["ada@example.com, eve@example.com", "email_invalid"],
  ["аda@example.com", "email_invalid"],
  ['"ada"@example.com', "email_invalid"],
])("%j is refused", async (email, problem) => {
  await expect(ask((await register()).id, email)).rejects.toThrow(problem);
});

test("the present address, an account that is gone and the fifth mail to one address are refused", async () => {
  const user = await register();
  await expect(ask(user.id, user.email)).rejects.toThrow("email_unchanged");
  await expect(ask(randomUUID(), newAddress())).rejects.toThrow("users.not_found");
  const to = newAddress();
  const asked = await Promise.allSettled(Array.from({ length: 6 }, () => ask(user.id, to)));
  expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(4);
});

test("that an address has an account is told to its owner only", async () => {
  const [user, other] = [await register(), await register()];
  expect(await ask(user.id, other.email)).toEqual({ email: other.email });
  expect((await templatesTo(other.email)).at(-1)).toBe("account-exists");
  expect((await templatesTo(user.email)).at(-1)).toBe("email-change-asked");
});

test("a sign-up that nobody confirmed does not hold the address, a confirmed one does", async () => {
  const user = await register();
  const [squatted, taken] = [newAddress(), newAddress()];
  await signUp(ctx, { email: squatted, password: otherPassword, ip: null });
  await ask(user.id, squatted);
  const token = await latestToken(db, squatted);
  await ask(user.id, taken);
  const late = await latestToken(db, taken);
  await register({ email: taken });
  await expect(confirm(late)).rejects.toThrow("email_taken");
  await confirm(token);
  expect(await emailOf(user.id)).toBe(squatted);
});

test("of two people who confirm one address at once, one gets it", async () => {
  const [ada, bob] = [await register(), await register()];
  const to = newAddress();
  await ask(ada.id, to);
  const first = await latestToken(db, to);
  await ask(bob.id, to);
  const second = await latestToken(db, to);
  const results = await Promise.allSettled([confirm(first), confirm(second)]);
  const refused = results.find((result) => result.status === "rejected");
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(refused?.reason).toMatchObject({ code: "users.email_taken" });
});

test("a change that waits dies with the password of who asked for it; objections live on", async () => {
  const resetting = async (email: string) => {
    await forgotPassword(ctx, { email, ip: null });
    await resetPassword(ctx, { token: await latestToken(db, email), password: otherPassword, ip: null });
  };
  const changing = async (userId: string) => {
    const { id: sessionId } = await openSession(userId);
    const passwords = { current: goodPassword, password: otherPassword };
    await changePassword(ctx, { userId, sessionId, ...passwords, origin });
  };
  for (const act of [
    ({ email }: { email: string }) => resetting(email),
    ({ id }: { id: string }) => changing(id),
  ]) {
    const user = await register();
    const to = newAddress();
    await ask(user.id, to);
    const objection = await latestToken(db, user.email);
    await act(user);
    await expect(confirm(await latestToken(db, to))).rejects.toThrow("link_invalid");
    expect(await emailOf(user.id)).toBe(user.email);
    expect(await findLinkState(ctx, "undo_email_change", objection)).toMatchObject({ state: "live" });
  }
});

/** A passkey, an account elsewhere and a key, as somebody adds them who is in an account for a while. */
async function addWaysIn(userId: string) {
  const [name, createdAt] = [randomUUID(), clock.now()];
  const device = {
    credentialId: name,
    publicKey: new Uint8Array([1]),
    counter: 0n,
    deviceType: "multiDevice",
  };
  await db.prisma.passkey.create({ data: { ...device, userId, name, createdAt, backedUp: true } });
  const elsewhere = { provider: "google", providerAccountId: name, email: "eve@example.com" };
  await db.prisma.account.create({ data: { ...elsewhere, userId, createdAt } });
  const secret = { prefix: "qs_test_", lastFour: "abcd", secretHash: name };
  await db.prisma.apiKey.create({ data: { ...secret, userId, name, createdAt } });
}

const countWaysInOf = async (userId: string) => [
  await db.prisma.passkey.count({ where: { userId } }),
  await db.prisma.account.count({ where: { userId } }),
  await db.prisma.apiKey.count({ where: { userId, revokedAt: null } }),
];

test("objecting before the change kills it, the sessions, the password that asked and what was added", async () => {
  const [user, other] = [await register(), await register()];
  const to = newAddress();
  await openSession(user.id);
  await addWaysIn(user.id);
  await addWaysIn(other.id);
  await ask(user.id, to);
  const [token, objection] = [await latestToken(db, to), await latestToken(db, user.email)];
  await undo(objection);
  await expect(confirm(token)).rejects.toThrow("link_invalid");
  await expect(undo(objection)).rejects.toThrow("link_invalid");
  await expect(undo("guess")).rejects.toThrow("link_invalid");
  expect(await db.prisma.session.count({ where: { userId: user.id } })).toBe(0);
  expect([await countWaysInOf(user.id), await countWaysInOf(other.id)]).toEqual([
    [0, 0, 0],
    [1, 1, 1],
  ]);
  await expect(verifySignIn(ctx, { email: user.email, password: goodPassword, ip: null })).rejects.toThrow(
    "credentials_invalid",
  );
  await forgotPassword(ctx, { email: user.email, ip: null });
  const reset = { token: await latestToken(db, user.email), password: otherPassword, ip: null };
  await expect(resetPassword(ctx, reset)).resolves.toBeUndefined();
});

test("objecting afterwards takes the address back, also from who changed it twice, and not again", async () => {
  const { user, to, objection } = await moved();
  const further = newAddress();
  clock.advance(60_000);
  await ask(user.id, further);
  const thiefsObjection = await latestToken(db, to);
  await confirm(await latestToken(db, further));
  await undo(thiefsObjection);
  expect(await emailOf(user.id)).toBe(to);
  await undo(objection);
  expect(await emailOf(user.id)).toBe(user.email);
  const late = await latestToken(db, to);
  await expect(undo(late)).rejects.toThrow("link_invalid");
});

test("an address is taken back within 7 days, and not from somebody who has it since", async () => {
  const early = await moved();
  const { user, objection } = await moved();
  await register({ email: user.email });
  await expect(undo(objection)).rejects.toThrow("email_taken");
  clock.advance(7 * 86_400_000);
  await expect(undo(early.objection)).rejects.toThrow("link_invalid");
});
