import { expect, test } from "vitest";
import { forgotPassword, LinkInvalid, PasswordRefused, resetPassword, verifySignIn } from "@/lib/users";
import type { DomainError } from "@/lib/shared/errors";
import { latestToken, queuedEmails } from "@/tests/setup/queued-emails";
import { goodPassword, openUsers, otherPassword } from "./setup";

const { db, clock, ctx, register, openSession } = await openUsers();
const ip = null;
const askedBy = async (email: string) => {
  await forgotPassword(ctx, { email, ip });
  return latestToken(db, email.toLowerCase());
};

test("a mailed link sets the password, ends every session and tells the owner", async () => {
  const user = await register({ email: "ada@example.com" });
  await Promise.all([openSession(user.id), openSession(user.id)]);
  const token = await askedBy("Ada@Example.com");
  await resetPassword(ctx, { token, password: otherPassword, ip });
  expect(await db.prisma.session.count({ where: { userId: user.id } })).toBe(0);
  const mails = await queuedEmails(db, user.email);
  expect(mails.at(-2)?.message).toMatchObject({
    template: "reset-password",
    props: { expiresInMinutes: 60 },
  });
  expect(mails.at(-1)?.message).toMatchObject({ template: "password-changed" });
  await expect(verifySignIn(ctx, { email: user.email, password: goodPassword, ip })).rejects.toThrow(
    "credentials_invalid",
  );
  await expect(verifySignIn(ctx, { email: user.email, password: otherPassword, ip })).resolves.toMatchObject({
    id: user.id,
  });
});

test("a link works once, and every other link of the account dies with it", async () => {
  const user = await register();
  const first = await askedBy(user.email);
  const second = await askedBy(user.email);
  await resetPassword(ctx, { token: second, password: otherPassword, ip });
  for (const token of [first, second]) {
    await expect(resetPassword(ctx, { token, password: goodPassword, ip })).rejects.toBeInstanceOf(
      LinkInvalid,
    );
  }
});

test("of ten parallel resets by one link exactly one sets its password", async () => {
  const user = await register();
  const token = await askedBy(user.email);
  const passwords = Array.from({ length: 10 }, (_, index) => `${otherPassword} number ${index}`);
  const results = await Promise.allSettled(
    passwords.map((password) => resetPassword(ctx, { token, password, ip })),
  );
  const winners = passwords.filter((_, index) => results[index]?.status === "fulfilled");
  expect(winners).toHaveLength(1);
  await expect(verifySignIn(ctx, { email: user.email, password: winners[0], ip })).resolves.toMatchObject({
    id: user.id,
  });
});

test("a link dies after 60 minutes", async () => {
  const user = await register();
  const token = await askedBy(user.email);
  clock.advance(60 * 60_000);
  await expect(resetPassword(ctx, { token, password: otherPassword, ip })).rejects.toBeInstanceOf(
    LinkInvalid,
  );
});

test("a refused password leaves the link good", async () => {
  const user = await register({ email: "lovelace@example.com" });
  const token = await askedBy(user.email);
  await expect(resetPassword(ctx, { token, password: "lovelace-in-london-1", ip })).rejects.toBeInstanceOf(
    PasswordRefused,
  );
  await expect(resetPassword(ctx, { token, password: otherPassword, ip })).resolves.toBeUndefined();
});

test("resetting confirms an unconfirmed address, and its older links confirm nothing any more", async () => {
  const user = await register({ confirmed: false });
  const token = await askedBy(user.email);
  await resetPassword(ctx, { token, password: otherPassword, ip });
  expect((await db.prisma.user.findUniqueOrThrow({ where: { id: user.id } })).emailVerified).toEqual(
    clock.now(),
  );
  expect(await db.prisma.emailToken.count({ where: { userId: user.id, usedAt: null } })).toBe(0);
});

test("a sign-in lock is lifted by a reset", async () => {
  const user = await register();
  const signIn = (password: string) => verifySignIn(ctx, { email: user.email, password, ip: "203.0.113.5" });
  for (let miss = 0; miss < 6; miss += 1) await expect(signIn("not the password")).rejects.toThrow();
  await expect(signIn(goodPassword)).rejects.toThrow("rate_limits.exceeded");
  await resetPassword(ctx, { token: await askedBy(user.email), password: otherPassword, ip });
  await expect(signIn(otherPassword)).resolves.toMatchObject({ id: user.id });
});

test("asking mails nothing to unknown and suspended people, and answers the same", async () => {
  const user = await register();
  await db.prisma.user.update({ where: { id: user.id }, data: { suspendedAt: clock.now() } });
  const before = (await queuedEmails(db)).length;
  await expect(forgotPassword(ctx, { email: user.email, ip })).resolves.toBeUndefined();
  await expect(forgotPassword(ctx, { email: "nobody@example.com", ip })).resolves.toBeUndefined();
  expect(await queuedEmails(db)).toHaveLength(before);
  await expect(forgotPassword(ctx, { email: "a@b", ip })).rejects.toThrow("email_invalid");
});

test("one address is mailed four links an hour, and one place tries thirty links an hour", async () => {
  const user = await register();
  const asked = await Promise.allSettled(
    Array.from({ length: 6 }, () => forgotPassword(ctx, { email: user.email, ip })),
  );
  expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(4);
  const guesses = await Promise.allSettled(
    Array.from({ length: 40 }, (_, index) =>
      resetPassword(ctx, { token: `guess-${index}`, password: otherPassword, ip: "203.0.113.77" }),
    ),
  );
  const reasons = guesses.map((guess) =>
    guess.status === "rejected" ? (guess.reason as DomainError).code : "set",
  );
  expect(reasons.filter((code) => code === "users.link_invalid")).toHaveLength(30);
  expect(reasons.filter((code) => code === "rate_limits.exceeded")).toHaveLength(10);
});
