import { expect, test } from "vitest";
import {
  findLinkState,
  LinkInvalid,
  resendVerification,
  signUp,
  verifyEmail,
  verifySignIn,
} from "@/lib/users";
import { TooManyAttempts } from "@/lib/rate-limits";
import { latestToken, queuedEmails } from "@/tests/setup/queued-emails";
import { goodPassword, openUsers, otherPassword } from "./setup";

const { db, clock, ctx, register, openSession } = await openUsers();
const hours = (count: number) => count * 3_600_000;
const find = (email: string) => db.prisma.user.findUniqueOrThrow({ where: { email } });

test("a link confirms its address once, and then says that it was used", async () => {
  await register({ email: "once@example.com", confirmed: false });
  const token = await latestToken(db, "once@example.com");
  expect(await findLinkState(ctx, "verify_email", token)).toEqual({
    state: "live",
    email: "once@example.com",
    newEmail: null,
  });
  expect(await verifyEmail(ctx, token)).toEqual({ email: "once@example.com" });
  expect((await find("once@example.com")).emailVerified).toEqual(clock.now());
  expect(await findLinkState(ctx, "verify_email", token)).toMatchObject({ state: "used" });
  await expect(verifyEmail(ctx, token)).rejects.toBeInstanceOf(LinkInvalid);
});

test("looking at a link, as mail scanners do, does not use it up", async () => {
  await register({ email: "scanned@example.com", confirmed: false });
  const token = await latestToken(db, "scanned@example.com");
  for (let look = 0; look < 3; look += 1) await findLinkState(ctx, "verify_email", token);
  await expect(verifyEmail(ctx, token)).resolves.toEqual({ email: "scanned@example.com" });
});

test("of twenty parallel presses of the button exactly one confirms", async () => {
  await register({ email: "twenty@example.com", confirmed: false });
  const token = await latestToken(db, "twenty@example.com");
  const results = await Promise.allSettled(Array.from({ length: 20 }, () => verifyEmail(ctx, token)));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a link works until 24 hours have passed, and not at that instant", async () => {
  await register({ email: "late@example.com", confirmed: false });
  const token = await latestToken(db, "late@example.com");
  clock.advance(hours(24) - 1);
  expect(await findLinkState(ctx, "verify_email", token)).toMatchObject({ state: "live" });
  clock.advance(1);
  expect(await findLinkState(ctx, "verify_email", token)).toMatchObject({ state: "expired" });
  await expect(verifyEmail(ctx, token)).rejects.toBeInstanceOf(LinkInvalid);
});

test.each(["", "x", "\0", "a".repeat(10_000), "' OR 1=1 --"])(
  "an unknown secret (%j) confirms nothing",
  async (token) => {
    const unknown = { state: "unknown", email: null, newEmail: null };
    expect(await findLinkState(ctx, "verify_email", token)).toEqual(unknown);
    await expect(verifyEmail(ctx, token)).rejects.toBeInstanceOf(LinkInvalid);
  },
);

test("a link to reset a password does not confirm, and the other way round", async () => {
  await register({ email: "cross@example.com", confirmed: false });
  const token = await latestToken(db, "cross@example.com");
  expect(await findLinkState(ctx, "reset_password", token)).toMatchObject({ state: "unknown" });
});

test("a stranger who signed up first does not keep a way in once the owner confirms", async () => {
  const email = "victim@example.com";
  await signUp(ctx, { email, password: otherPassword, ip: null });
  const user = await find(email);
  await openSession(user.id);
  await signUp(ctx, { email, password: goodPassword, ip: null });
  await verifyEmail(ctx, await latestToken(db, email));
  expect(await db.prisma.session.count({ where: { userId: user.id } })).toBe(0);
  await expect(verifySignIn(ctx, { email, password: otherPassword, ip: null })).rejects.toThrow(
    "credentials_invalid",
  );
  await expect(verifySignIn(ctx, { email, password: goodPassword, ip: null })).resolves.toMatchObject({
    id: user.id,
  });
});

test("a stranger who signs up in between neither kills the owner's link nor sets the password", async () => {
  const email = "between@example.com";
  await signUp(ctx, { email, password: goodPassword, ip: null });
  const own = await latestToken(db, email);
  await signUp(ctx, { email, password: otherPassword, ip: null });
  const foreign = await latestToken(db, email);
  await verifyEmail(ctx, own);
  await expect(verifySignIn(ctx, { email, password: goodPassword, ip: null })).resolves.toMatchObject({
    email,
  });
  await expect(verifyEmail(ctx, foreign)).rejects.toBeInstanceOf(LinkInvalid);
});

test("two links of one account pressed at once confirm once and do not block each other", async () => {
  const email = "two@example.com";
  await signUp(ctx, { email, password: goodPassword, ip: null });
  const first = await latestToken(db, email);
  await signUp(ctx, { email, password: otherPassword, ip: null });
  const results = await Promise.allSettled([
    verifyEmail(ctx, first),
    verifyEmail(ctx, await latestToken(db, email)),
  ]);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("the session of the browser that signed up stays when its own link is confirmed", async () => {
  const user = await register({ email: "stays@example.com", confirmed: false });
  await openSession(user.id);
  await verifyEmail(ctx, await latestToken(db, user.email));
  expect(await db.prisma.session.count({ where: { userId: user.id } })).toBe(1);
});

test("a new link comes once a minute, keeps the password of the sign-up, and leaves the first one good", async () => {
  const email = "again@example.com";
  await signUp(ctx, { email, password: goodPassword, ip: null });
  const first = await latestToken(db, email);
  await resendVerification(ctx, { email: "AGAIN@example.com", ip: "198.51.100.7" });
  const second = await latestToken(db, email);
  expect(second).not.toBe(first);
  const soon = resendVerification(ctx, { email, ip: "198.51.100.8" });
  await expect(soon).rejects.toBeInstanceOf(TooManyAttempts);
  await expect(soon).rejects.toMatchObject({
    kind: "rate_limited",
    meta: { retryAfterSeconds: expect.any(Number) as number },
  });
  expect(await findLinkState(ctx, "verify_email", first)).toMatchObject({ state: "live" });
  await verifyEmail(ctx, second);
  await expect(verifySignIn(ctx, { email, password: goodPassword, ip: null })).resolves.toMatchObject({
    email,
  });
});

test("asking for a link mails nothing to strangers and to confirmed people, and answers the same", async () => {
  await register({ email: "done@example.com" });
  const before = (await queuedEmails(db)).length;
  await expect(resendVerification(ctx, { email: "done@example.com", ip: null })).resolves.toBeUndefined();
  await expect(resendVerification(ctx, { email: "nobody@example.com", ip: null })).resolves.toBeUndefined();
  expect(await queuedEmails(db)).toHaveLength(before);
  await expect(resendVerification(ctx, { email: "not an address", ip: null })).rejects.toThrow(
    "email_invalid",
  );
});
