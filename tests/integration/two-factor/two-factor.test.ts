import { NextRequest } from "next/server";
import { expect, test, vi } from "vitest";
import { anonymiseDeletedAccounts } from "@/lib/account-deletion";
import { createSecretBox } from "@/lib/adapters/secret-box";
import { handlers, signInWithCode, signInWithLink } from "@/lib/auth";
import {
  beginTwoFactor,
  confirmTwoFactor,
  findPendingSignIn,
  findSetup,
  getTwoFactorState,
  hasSecondFactor,
  renewRecoveryCodes,
  resetTwoFactor,
  turnOffTwoFactor,
  unlockSecondStep,
  verifySecondFactor,
} from "@/lib/two-factor";
import { changePassword, requestSignInLink } from "@/lib/users";
import { sentCookies, startRequest } from "@/tests/fakes/next-request";
import { latestToken, queuedEmails } from "@/tests/setup/queued-emails";
import { appUrl, cookieName, password } from "../auth/setup";
import { finish, nothing, openTwoFactor, origin, pendingName, startSignIn } from "./setup";

vi.mock("next/headers", () => import("@/tests/fakes/next-request"));

const { db, clock, ctx, log, createMember, codeAt, wrongFor, kindsOf, createGuarded } = await openTwoFactor();

test("turning on takes a code of the waiting secret, ends other sessions, and is logged and mailed", async () => {
  const user = await createMember("on@example.com");
  const sessions = ["here", "there"].map((tokenHash) => ({
    userId: user.id,
    tokenHash,
    expires: clock.now(),
  }));
  const [here] = await db.prisma.session.createManyAndReturn({ data: sessions });
  const sessionId = here?.id ?? "";
  const confirm = (code: string) => confirmTwoFactor(ctx, { userId: user.id, sessionId, code, origin });
  await expect(confirm("123456")).rejects.toMatchObject({ code: "two_factor.setup_over" });
  await beginTwoFactor(ctx, user.id);
  const owner = { userId: user.id, email: user.email, issuer: "QuickScale" };
  const { secret, uri } = (await findSetup(ctx, owner)) ?? { secret: "", uri: "" };
  expect(uri).toBe(`otpauth://totp/QuickScale:on%40example.com?secret=${secret}&issuer=QuickScale`);
  const stored = await db.prisma.totpSecret.findUniqueOrThrow({ where: { userId: user.id } });
  expect(JSON.stringify(stored)).not.toContain(secret);
  await expect(confirm(wrongFor(secret))).rejects.toMatchObject({ code: "two_factor.code_wrong" });
  await expect(confirm("abcd-efgh-jkmn-pqrs-tvwx-yz01")).rejects.toMatchObject({
    code: "two_factor.code_wrong",
  });
  expect(await hasSecondFactor(db, user.id)).toBe(false);
  const code = codeAt(secret);
  const codes = await confirm(code);
  expect(new Set(codes).size).toBe(10);
  expect(codes.every((text) => /^([\da-z]{4}-){5}[\da-z]{4}$/.test(text))).toBe(true);
  expect(await getTwoFactorState(db, user.id)).toEqual({ since: clock.now(), recoveryCodesLeft: 10 });
  expect(await db.prisma.session.findMany({ where: { userId: user.id }, select: { id: true } })).toEqual([
    { id: sessionId },
  ]);
  expect(await kindsOf(user.id)).toEqual(["two_factor_on"]);
  expect((await queuedEmails(db, user.email)).at(-1)?.message.props).toMatchObject({
    what: "Two-factor sign-in is on",
  });
  await expect(verifySecondFactor(ctx, { userId: user.id, code, origin }, nothing)).rejects.toMatchObject({
    code: "two_factor.code_used",
  });
  await expect(beginTwoFactor(ctx, user.id)).rejects.toMatchObject({ code: "two_factor.on" });
  expect(await findSetup(ctx, owner)).toBeNull();
});

test("a secret waits for half an hour, and a second one takes its place", async () => {
  const user = await createMember("slow@example.com");
  const owner = { userId: user.id, email: user.email, issuer: "QuickScale" };
  await beginTwoFactor(ctx, user.id);
  const first = await findSetup(ctx, owner);
  await beginTwoFactor(ctx, user.id);
  const second = await findSetup(ctx, owner);
  expect(second?.secret).not.toBe(first?.secret);
  clock.advance(30 * 60_000 + 1);
  expect(await findSetup(ctx, owner)).toBeNull();
  const given = { userId: user.id, sessionId: user.id, code: codeAt(second?.secret ?? ""), origin };
  await expect(confirmTwoFactor(ctx, given)).rejects.toMatchObject({ code: "two_factor.setup_over" });
});

test("a password and a mailed link open no session but lead to the second step, which opens one, once", async () => {
  const { user, secret } = await createGuarded("steps@example.com");
  const cookie = await startSignIn(user.email);
  expect(await findPendingSignIn(ctx, cookie)).toMatchObject({ email: user.email, next: "/billing" });
  expect(await db.prisma.session.count({ where: { userId: user.id } })).toBe(0);
  startRequest();
  await expect(signInWithCode(codeAt(secret))).rejects.toMatchObject({ code: "two_factor.step_over" });
  await expect(finish("another browser's", codeAt(secret))).rejects.toMatchObject({
    code: "two_factor.step_over",
  });
  await expect(finish(cookie, wrongFor(secret))).rejects.toMatchObject({ code: "two_factor.code_wrong" });
  expect(await finish(cookie, ` ${codeAt(secret).slice(0, 3)} ${codeAt(secret).slice(3)}`)).toBe("/billing");
  expect(sentCookies()[cookieName]).toBeTruthy();
  expect(sentCookies()[pendingName]).toBeUndefined();
  expect(await db.prisma.session.count({ where: { userId: user.id } })).toBe(1);
  await expect(finish(cookie, codeAt(secret, 1))).rejects.toMatchObject({ code: "two_factor.step_over" });
  await requestSignInLink(ctx, { email: user.email, ip: null, browserToken: "b", next: "/" });
  startRequest();
  await expect(signInWithLink(await latestToken(db, user.email))).rejects.toMatchObject({
    code: "two_factor.required",
  });
  expect(sentCookies()[cookieName]).toBeUndefined();
});

test("a sign-in that waits ends after ten minutes, with another password, and with a suspended account", async () => {
  const { user, secret, recoveryCodes } = await createGuarded("ends@example.com");
  const over = { code: "two_factor.step_over" };
  const old = await startSignIn(user.email);
  clock.advance(10 * 60_000);
  await expect(finish(old, codeAt(secret))).rejects.toMatchObject(over);
  const before = await startSignIn(user.email);
  const change = {
    userId: user.id,
    sessionId: user.id,
    current: password,
    password: "amber lantern mosaic 4",
    origin,
  };
  await changePassword(ctx, change);
  await expect(finish(before, recoveryCodes[0] ?? "")).rejects.toMatchObject(over);
  await db.prisma.user.update({ where: { id: user.id }, data: { passwordHash: user.passwordHash } });
  const suspended = await startSignIn(user.email);
  await db.prisma.user.update({ where: { id: user.id }, data: { suspendedAt: clock.now() } });
  await expect(finish(suspended, codeAt(secret))).rejects.toMatchObject(over);
  expect(await db.prisma.session.count({ where: { userId: user.id } })).toBe(0);
  expect((await getTwoFactorState(db, user.id)).recoveryCodesLeft).toBe(10);
});

test("accepts the step before and the one after, no other, and never an earlier one again", async () => {
  const { user, secret } = await createGuarded("skew@example.com");
  const verify = (code: string) => verifySecondFactor(ctx, { userId: user.id, code, origin }, nothing);
  const [tooOld, before, after, tooNew] = [-2, -1, 1, 2].map((steps) => codeAt(secret, steps));
  await expect(verify(tooOld ?? "")).rejects.toMatchObject({ code: "two_factor.code_wrong" });
  await expect(verify(tooNew ?? "")).rejects.toMatchObject({ code: "two_factor.code_wrong" });
  await verify(before ?? "");
  await verify(after ?? "");
  for (const code of [before, codeAt(secret), after])
    await expect(verify(code ?? "")).rejects.toMatchObject({ code: "two_factor.code_used" });
});

test("of 50 tries at the same time with one right code one passes, and so with a recovery code", async () => {
  const { user, secret, recoveryCodes } = await createGuarded("parallel@example.com");
  for (const code of [codeAt(secret), recoveryCodes[0]?.toUpperCase().replaceAll("-", " ") ?? ""]) {
    const given = { userId: user.id, code, origin };
    const tries = Array.from({ length: 50 }, () => verifySecondFactor(ctx, given, nothing));
    const passed = (await Promise.allSettled(tries)).filter(({ status }) => status === "fulfilled");
    expect(passed).toHaveLength(1);
    await unlockSecondStep(ctx, user.email);
    await expect(verifySecondFactor(ctx, given, nothing)).rejects.toMatchObject({
      code: expect.stringMatching(/^two_factor\.code_(used|wrong)$/) as string,
    });
  }
  expect((await getTwoFactorState(db, user.id)).recoveryCodesLeft).toBe(9);
  expect((await queuedEmails(db, user.email)).at(-1)?.message.props).toMatchObject({
    what: "A recovery code was used",
    meaning: "It works no more. You have 9 left.",
  });
});

test("of 200 wrong codes at the same time five are looked at; then nothing passes until the lock ends", async () => {
  const { user, secret } = await createGuarded("locked@example.com");
  const given = { userId: user.id, code: wrongFor(secret), origin: { ...origin, ip: "203.0.113.30" } };
  const tries = Array.from({ length: 200 }, () => verifySecondFactor(ctx, given, nothing));
  const codes = (await Promise.allSettled(tries)).map((result) =>
    result.status === "rejected" ? (result.reason as { code: string }).code : "passed",
  );
  expect(codes.filter((code) => code === "two_factor.code_wrong")).toHaveLength(5);
  expect(codes.filter((code) => code === "rate_limits.exceeded")).toHaveLength(195);
  await expect(verifySecondFactor(ctx, { ...given, code: codeAt(secret) }, nothing)).rejects.toMatchObject({
    code: "rate_limits.exceeded",
    meta: { retryAfterSeconds: expect.any(Number) as number },
  });
  expect(await kindsOf(user.id)).toContain("second_step_locked");
  await unlockSecondStep(ctx, user.email);
  await unlockSecondStep(ctx, "nobody@example.com");
  await verifySecondFactor(ctx, { ...given, code: codeAt(secret) }, nothing);
});

test("NextAuth's own endpoints go no other way", async () => {
  const { user, secret } = await createGuarded("endpoint@example.com");
  const post = async (
    provider: string,
    fields: Record<string, string>,
    cookies: Record<string, string> = {},
  ) => {
    startRequest({ "x-real-ip": "203.0.113.40" }, cookies);
    const first = await handlers.GET(new NextRequest(`${appUrl}/api/auth/csrf`));
    const { csrfToken } = (await first.json()) as { csrfToken: string };
    const cookie = first.headers.getSetCookie().map((line) => line.split(";")[0]);
    const headers = { cookie: cookie.join("; "), "content-type": "application/x-www-form-urlencoded" };
    const body = new URLSearchParams({ ...fields, csrfToken });
    const url = `${appUrl}/api/auth/callback/${provider}`;
    return handlers.POST(new NextRequest(url, { method: "POST", body, headers }));
  };
  const opened = () => db.prisma.session.count({ where: { userId: user.id } });
  const first = await post("credentials", { email: user.email, password, next: "https://evil.example/" });
  expect(first.headers.get("location")).toContain("code=two_factor.required");
  const cookie = sentCookies()[pendingName] ?? "";
  expect(await findPendingSignIn(ctx, cookie)).toMatchObject({ next: "/dashboard" });
  await requestSignInLink(ctx, { email: user.email, ip: null, browserToken: "b", next: "/" });
  await post("link", { token: await latestToken(db, user.email) });
  await post("second-factor", { code: codeAt(secret) });
  await post("second-factor", { code: codeAt(secret), userId: user.id }, { [pendingName]: "invented" });
  expect(await opened()).toBe(0);
  await post("second-factor", { code: codeAt(secret) }, { [pendingName]: cookie });
  expect(await opened()).toBe(1);
});

test("a way in that forgets to ask opens nothing", async () => {
  const { user } = await createGuarded("backstop@example.com");
  const { openSession } = await import("@/lib/auth/open-session");
  const signIn = {
    token: "t",
    userId: user.id,
    origin: { ...origin, sessionToken: null, deviceToken: null },
  };
  await expect(openSession(ctx, signIn)).rejects.toMatchObject({ code: "two_factor.required" });
  await openSession(ctx, { ...signIn, provenTwice: true });
});

test("without its key a secret is refused clearly and logged, recovery codes work, and a named old key seals anew", async () => {
  const { user, secret, recoveryCodes } = await createGuarded("key@example.com");
  const fresh = "quite another secret of the installation!";
  const given = { userId: user.id, code: codeAt(secret), origin: { ...origin, ip: "203.0.113.50" } };
  const lost = { ...ctx, secretBox: createSecretBox([fresh]) };
  for (let tried = 0; tried < 7; tried += 1)
    await expect(verifySecondFactor(lost, given, nothing)).rejects.toMatchObject({
      code: "two_factor.secret_unreadable",
      kind: "unavailable",
    });
  expect(log.lines.at(-1)).toMatchObject({ level: "error", bindings: { userId: user.id } });
  await verifySecondFactor(lost, { ...given, code: recoveryCodes[0] }, nothing);
  const both = createSecretBox([fresh, "a secret of at least thirty-two characters"]);
  await verifySecondFactor({ ...ctx, secretBox: both }, given, nothing);
  clock.advance(60_000);
  await verifySecondFactor(lost, { ...given, code: codeAt(secret) }, nothing);
});

test("looks at no code when tries cannot be counted", async () => {
  const { user, secret } = await createGuarded("closed@example.com");
  const rename = (from: string, to: string) =>
    db.sql({ name: `rename-${from}`, text: `ALTER TABLE ${from} RENAME TO ${to}`, values: [] });
  await rename("rate_limits", "rate_limits_away");
  try {
    const given = { userId: user.id, code: codeAt(secret), origin };
    await expect(verifySecondFactor(ctx, given, nothing)).rejects.toThrow(/rate_limits/);
  } finally {
    await rename("rate_limits_away", "rate_limits");
  }
  await verifySecondFactor(ctx, { userId: user.id, code: codeAt(secret), origin }, nothing);
});

test("new recovery codes end the old ones; turning off takes a code and leaves nothing", async () => {
  const { user, secret, recoveryCodes } = await createGuarded("off@example.com");
  const given = { userId: user.id, origin };
  const renewed = await renewRecoveryCodes(ctx, { ...given, code: codeAt(secret) });
  const old = { ...given, code: recoveryCodes[1] };
  await expect(turnOffTwoFactor(ctx, old)).rejects.toMatchObject({ code: "two_factor.code_wrong" });
  await expect(turnOffTwoFactor(ctx, { ...given, code: 7 })).rejects.toMatchObject({
    code: "two_factor.code_wrong",
  });
  await turnOffTwoFactor(ctx, { ...given, code: renewed[1] });
  const off = { code: "two_factor.off" };
  await expect(turnOffTwoFactor(ctx, { ...given, code: renewed[2] })).rejects.toMatchObject(off);
  await expect(turnOffTwoFactor(ctx, { ...given, code: codeAt(secret, 1) })).rejects.toMatchObject(off);
  expect(await db.prisma.recoveryCode.count({ where: { userId: user.id } })).toBe(0);
  expect(await kindsOf(user.id)).toEqual([
    "two_factor_on",
    "recovery_codes_renewed",
    "recovery_code_used",
    "two_factor_off",
  ]);
});

test("support turns it off without a code, ends sessions and tells the owner; a deleted account keeps no secrets", async () => {
  const { user } = await createGuarded("reset@example.com");
  await startSignIn(user.email);
  const operator = { ...ctx, actor: { kind: "system" as const, name: "cli" } };
  expect(await resetTwoFactor(operator, { email: " Reset@Example.com " })).toEqual({ changed: true });
  expect(await resetTwoFactor(operator, { email: user.email })).toEqual({ changed: false });
  expect(await db.prisma.auditEntry.findMany({ where: { userId: user.id } })).toMatchObject([
    { stream: "system:cli", action: "two_factor_reset" },
  ]);
  await expect(resetTwoFactor(operator, { email: "nobody@example.com" })).rejects.toMatchObject({
    code: "users.not_found",
  });
  expect((await queuedEmails(db, user.email)).at(-1)?.message.props).toMatchObject({ device: "our support" });
  expect(await db.prisma.pendingSignIn.count({ where: { userId: user.id } })).toBe(0);
  const gone = await createGuarded("gone@example.com");
  await startSignIn(gone.user.email);
  await db.prisma.user.update({ where: { id: gone.user.id }, data: { deletionAskedAt: new Date(0) } });
  expect(await anonymiseDeletedAccounts(ctx)).toBe(1);
  const where = { userId: gone.user.id };
  expect(await db.prisma.totpSecret.count({ where })).toBe(0);
  expect(await db.prisma.recoveryCode.count({ where })).toBe(0);
  expect(await db.prisma.pendingSignIn.count({ where })).toBe(0);
});
