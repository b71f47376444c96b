import { beforeEach, expect, test, vi } from "vitest";
import { googleIdOf } from "@/dev/oauth/stable-id-tokens";
import { findSessionUser, goToProvider } from "@/lib/auth";
import { listLinkedAccounts, signInByProvider, unlinkAccount } from "@/lib/linked-accounts";
import { startRequest } from "@/tests/fakes/next-request";
import { queuedEmails } from "@/tests/setup/queued-emails";
import { cookieName } from "../auth/setup";
import { openLinkedWorld } from "./world";

vi.mock("next/headers", () => import("@/tests/fakes/next-request"));

const { db, clock, ctx, log, begin, finish, visit, signedIn, createMember } = await openLinkedWorld();
const grace = { provider: "google", who: "grace.holm@gmail.example" } as const;
const graceAtGitHub = { provider: "github", who: "grace-holm" } as const;
const tim = { provider: "github", who: "tim-berg" } as const;
const origin = { ip: null, userAgent: null };
const refused = (code: string) => expect.stringContaining(`?error=${code}`) as string;
const templates = async (email: string) =>
  (await queuedEmails(db, email)).map(({ message }) => message.template);
const kindsOf = async (userId: string) =>
  (await db.prisma.securityEvent.findMany({ where: { userId }, orderBy: { id: "asc" } })).map(
    ({ kind }) => kind,
  );

beforeEach(async () => {
  await db.prisma.user.deleteMany();
  log.lines.length = 0;
});

test("an account elsewhere makes a verified member without a password, and signs the same one in again", async () => {
  const { to, jar } = await visit(graceAtGitHub);
  expect(to).toBe("/credits");
  const user = await db.prisma.user.findUniqueOrThrow({ where: { email: "grace@holm.example" } });
  expect(user).toMatchObject({ name: "Grace Holm", passwordHash: null, emailVerified: clock.now() });
  startRequest({}, jar);
  expect(await findSessionUser()).toMatchObject({ id: user.id, verified: true });
  expect(jar).not.toHaveProperty("quickscale-provider");
  const cookies = Object.keys((await begin(grace)).jar);
  expect(cookies).toEqual(expect.arrayContaining(["quickscale-state", "quickscale-pkce"]));
  expect(cookies.filter((name) => /authjs\.(?!csrf)/.test(name))).toEqual([]);
  const again = await visit({ ...graceAtGitHub, jar });
  expect(again.to).toBe("/credits");
  expect(again.jar[cookieName]).not.toBe(jar[cookieName]);
  expect(await db.prisma.user.count()).toBe(1);
  expect(await db.prisma.session.count()).toBe(1);
  expect(await kindsOf(user.id)).toEqual(["account_linked", "signed_in", "signed_in"]);
  expect((await visit(grace)).to).toBe("/credits");
  expect(await db.prisma.account.findMany({ where: { provider: "google" } })).toMatchObject([
    { providerAccountId: googleIdOf(grace.who), email: grace.who },
  ]);
  expect(log.lines.filter(({ level }) => level === "error")).toEqual([]);
});

test("first sign-ins of one account at the same time make one member, without a name that is none", async () => {
  const identity = {
    provider: "github",
    providerAccountId: "77",
    email: "once@example.com",
    emailVerified: true,
    name: "Robert\r\nBcc: x@example.com",
  } as const;
  const tries = Array.from({ length: 8 });
  // Every connection is open, so that they meet in the database and not in the pool.
  await Promise.all(tries.map(() => db.transaction((tx) => tx.prisma.user.count())));
  const results = await Promise.all(tries.map(() => signInByProvider(ctx, identity, origin)));
  expect(new Set(results.map(({ userId }) => userId)).size).toBe(1);
  expect(results.filter(({ isNew }) => isNew)).toHaveLength(1);
  expect(await db.prisma.user.findMany()).toMatchObject([{ email: "once@example.com", name: null }]);
});

test("an address that the provider does not vouch for gets nobody in", async () => {
  for (const asked of [
    { provider: "google", who: "una.firmed@gmail.example" },
    { provider: "github", who: "una-firmed" },
  ] as const) {
    expect((await visit(asked)).to).toEqual(refused("linked_accounts.address_unverified"));
  }
  const { jar, sessionId } = await signedIn("una@example.com");
  const link = { provider: "github", who: "una-firmed", purpose: "link", sessionId, jar } as const;
  expect((await visit(link)).to).toBe("/settings/security?error=linked_accounts.address_unverified");
  expect(await db.prisma.account.count()).toBe(0);
});

test("an address that has an account is not linked by itself, verified here or not", async () => {
  for (const emailVerified of [clock.now(), null]) {
    await db.prisma.user.deleteMany();
    await createMember("tim@berg.example", { emailVerified });
    const { to, jar } = await visit(tim);
    expect(to).toBe("/sign-in?error=linked_accounts.address_taken&next=%2Fcredits");
    expect(jar[cookieName]).toBeUndefined();
    expect(await db.prisma.account.count()).toBe(0);
    expect(await db.prisma.session.count()).toBe(0);
  }
  // Nor into the account of who happens to be signed in in this browser.
  const { jar } = await signedIn("other@example.com");
  expect((await visit({ ...tim, jar })).to).toEqual(refused("linked_accounts.address_taken"));
  expect(await db.prisma.account.count()).toBe(0);
});

test("links where the session asked that is signed in, told by mail, and gives it another cookie", async () => {
  const { user, jar, sessionId } = await signedIn("link@example.com");
  const linked = await visit({ ...tim, purpose: "link", sessionId, jar });
  expect(linked.to).toBe("/settings/security?notice=account-linked");
  expect(await listLinkedAccounts(db, user.id)).toEqual([
    { provider: "github", email: "tim@berg.example", linkedAt: clock.now() },
  ]);
  expect(linked.jar[cookieName]).not.toBe(jar[cookieName]);
  startRequest({}, jar);
  expect(await findSessionUser()).toBeNull();
  const twice = { ...tim, purpose: "link", sessionId, jar: linked.jar } as const;
  const once = await visit(twice);
  expect(once.to).toBe("/settings/security?notice=account-linked");
  expect(await templates(user.email)).toEqual(["account-linked"]);
  const another = { ...graceAtGitHub, purpose: "link", sessionId, jar: once.jar } as const;
  expect((await visit(another)).to).toEqual(refused("linked_accounts.provider_in_use"));
  const thief = await signedIn("thief@example.com");
  const stolen = { ...tim, purpose: "link", sessionId: thief.sessionId, jar: thief.jar } as const;
  expect((await visit(stolen)).to).toEqual(refused("linked_accounts.linked_elsewhere"));
  expect(await db.prisma.account.count()).toBe(1);
  expect((await kindsOf(user.id)).filter((kind) => kind === "account_linked")).toHaveLength(1);
});

test("links nothing for another session, a stale one, or one that is over", async () => {
  const { user, jar, sessionId } = await signedIn("stale@example.com");
  const other = await signedIn("session@example.com");
  const begun = await begin({ ...tim, purpose: "link", sessionId, jar });
  const elsewhere = { ...begun.jar, [cookieName]: other.jar[cookieName] ?? "" };
  expect((await finish({ ...begun, jar: elsewhere })).to).toEqual(refused("linked_accounts.flow_expired"));
  const late = await begin({ ...tim, purpose: "link", sessionId, jar });
  clock.advance(10 * 60_000 + 1);
  expect((await finish(late)).to).toEqual(refused("auth.step_up_required"));
  clock.set(new Date());
  await db.prisma.session.deleteMany({ where: { userId: user.id } });
  const over = await begin({ ...tim, purpose: "link", sessionId, jar });
  expect((await finish(over)).to).toEqual(refused("linked_accounts.flow_expired"));
  expect(await db.prisma.account.count()).toBe(0);
});

test("neither links nor confirms while its owner, an admin, looks as somebody else", async () => {
  const { user, jar, sessionId } = await signedIn("support@example.com");
  await db.prisma.user.update({ where: { id: user.id }, data: { role: "admin" } });
  const { id: viewingUserId } = await createMember("looked-at@example.com");
  const begun = [];
  for (const purpose of ["link", "confirm"] as const)
    begun.push(await begin({ ...tim, purpose, sessionId, jar }));
  const viewingUntil = new Date(clock.now().getTime() + 60_000);
  await db.prisma.session.update({ where: { id: sessionId }, data: { viewingUserId, viewingUntil } });
  for (const one of begun) expect((await finish(one)).to).toContain("error=linked_accounts.flow_expired");
  expect(await db.prisma.account.count()).toBe(0);
});

test("a flow that was tampered with, begun elsewhere, or used already signs nobody in", async () => {
  const tampered = await begin(tim);
  tampered.callback.searchParams.set("state", "another");
  expect((await finish(tampered)).to).toEqual(refused("Configuration"));
  const without = await begin(tim);
  without.callback.searchParams.delete("state");
  expect((await finish(without)).to).toEqual(refused("Configuration"));
  // Somebody lures a person to the answer to their own flow.
  const lure = await begin(tim);
  expect((await finish({ ...lure, jar: {} })).to).toEqual(refused("Configuration"));
  // The intent of one flow with the state of the next.
  const [first, second] = [await begin(tim), await begin(tim)];
  const mixed = { ...second.jar, "quickscale-provider": first.jar["quickscale-provider"] ?? "" };
  expect((await finish({ ...second, jar: mixed })).to).toEqual(refused("linked_accounts.flow_expired"));
  const unasked = await begin(tim);
  delete unasked.jar["quickscale-provider"];
  expect((await finish(unasked)).to).toEqual(refused("linked_accounts.flow_expired"));
  const no = await begin(tim);
  no.callback.searchParams.delete("code");
  no.callback.searchParams.set("error", "access_denied");
  expect((await finish(no)).to).toEqual(refused("OAuthCallbackError"));
  expect(await db.prisma.user.count()).toBe(0);
  const used = await begin(tim);
  expect((await finish(used)).to).toBe("/credits");
  expect((await finish(used)).to).toEqual(refused("Configuration"));
  expect(await db.prisma.session.count()).toBe(1);
});

test("a suspended member stays out, one who asked for deletion gets in, and two steps stay two", async () => {
  await visit(tim);
  const { id } = await db.prisma.user.findUniqueOrThrow({ where: { email: "tim@berg.example" } });
  await db.prisma.user.update({ where: { id }, data: { suspendedAt: clock.now() } });
  expect((await visit(tim)).to).toEqual(refused("users.suspended"));
  await db.prisma.user.update({
    where: { id },
    data: { suspendedAt: null, deletionAskedAt: clock.now() },
  });
  expect((await visit(tim)).to).toBe("/credits");
  const at = clock.now();
  await db.prisma.totpSecret.create({
    data: { userId: id, sealed: "sealed", keyId: "1", createdAt: at, confirmedAt: at },
  });
  const sessions = await db.prisma.session.count();
  const { to, jar } = await visit(tim);
  expect(to).toBe("/sign-in/two-factor");
  expect(jar[cookieName]).toBeUndefined();
  expect(jar["quickscale-second-step"]).toBeDefined();
  expect(await db.prisma.session.count()).toBe(sessions);
});

test("confirms who is signed in by their own account elsewhere alone, and not in the place of two steps", async () => {
  const { jar } = await visit(tim);
  const { id: userId } = await db.prisma.user.findUniqueOrThrow({ where: { email: "tim@berg.example" } });
  const { id: sessionId } = await db.prisma.session.findFirstOrThrow({ where: { userId } });
  clock.advance(3_600_000);
  expect((await visit({ ...graceAtGitHub, purpose: "confirm", sessionId, jar })).to).toBe(
    "/confirm?error=linked_accounts.not_yours&next=%2Fcredits",
  );
  const confirmed = await visit({ ...tim, purpose: "confirm", sessionId, jar });
  expect(confirmed.to).toBe("/credits");
  expect(await db.prisma.session.findFirst({ where: { userId } })).toMatchObject({
    authenticatedAt: clock.now(),
  });
  const at = clock.now();
  await db.prisma.totpSecret.create({
    data: { userId, sealed: "sealed", keyId: "1", createdAt: at, confirmedAt: at },
  });
  const owed = await visit({ ...tim, purpose: "confirm", sessionId, jar: confirmed.jar });
  expect(owed.to).toEqual(refused("two_factor.required"));
});

test("the last way in is not unlinked, also not by two at once, and what is unlinked gets nobody in", async () => {
  const { jar } = await visit(tim);
  const { id: userId, email } = await db.prisma.user.findFirstOrThrow();
  const unlink = (provider: "google" | "github") => unlinkAccount(ctx, { userId, provider, origin });
  await expect(unlink("github")).rejects.toMatchObject({ code: "linked_accounts.last_way_in" });
  await expect(unlink("google")).rejects.toMatchObject({ code: "linked_accounts.not_found" });
  const { id: sessionId } = await db.prisma.session.findFirstOrThrow({ where: { userId } });
  expect((await visit({ ...grace, purpose: "link", sessionId, jar })).to).toContain("account-linked");
  const both = await Promise.allSettled([unlink("google"), unlink("github")]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await db.prisma.account.count()).toBe(1);
  expect(await templates(email)).toContain("account-unlinked");
  expect(await kindsOf(userId)).toContain("account_unlinked");
  const gone = (await listLinkedAccounts(db, userId))[0]?.provider === "github" ? grace : tim;
  await visit(gone);
  expect(await db.prisma.session.count({ where: { userId } })).toBe(1);
});

test("a provider that is not set up here is said to be off, and one that does not answer is no mystery", async () => {
  startRequest();
  const ask = { purpose: "sign-in", sessionId: null, next: "/" } as const;
  const unknown = goToProvider({ ...ask, provider: "gitlab" as "github" });
  await expect(unknown).rejects.toMatchObject({ code: "auth.provider_off" });
  const answering = globalThis.fetch;
  globalThis.fetch = () => Promise.reject(new Error("no route to host"));
  try {
    const silent = goToProvider({ ...ask, provider: "google" });
    await expect(silent).rejects.toMatchObject({ code: "auth.unavailable" });
  } finally {
    globalThis.fetch = answering;
  }
});
