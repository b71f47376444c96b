import { expect, test, vi } from "vitest";
import { anonymiseDeletedAccounts } from "@/lib/account-deletion";
import {
  findSessionUser,
  hasRecentSignIn,
  handlers,
  rememberPasskeyBrowser,
  signInWithPasskey,
} from "@/lib/auth";
import {
  finishRegistration,
  listPasskeys,
  removePasskey,
  renamePasskey,
  startConfirmation,
  verifyConfirmation,
  verifyPasskeySignIn,
} from "@/lib/passkeys";
import { sentCookies, startRequest } from "@/tests/fakes/next-request";
import type { Tweaks } from "@/tests/fakes/software-authenticator";
import { queuedEmails } from "@/tests/setup/queued-emails";
import { NextRequest } from "next/server";
import { appUrl, cookieName } from "../auth/setup";
import { browserToken, openPasskeys, origin } from "./setup";

vi.mock("next/headers", () => import("@/tests/fakes/next-request"));

const { db, ctx, clock, log, createMember, newDevice, startAdding, add, createOwner, ...of } =
  await openPasskeys();
const { askSignIn, passkeysOf, eventsOf } = of;
const passkeyCookie = "quickscale-passkey";
const verify = (response: string, token: string | null = browserToken) =>
  verifyPasskeySignIn(ctx, { response, browserToken: token, origin });
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "let in",
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );

test("a passkey is added with a line in the log and a mail, tells the device nothing of its owner, and signs in by itself", async () => {
  const user = await createMember("ada@example.com");
  const device = newDevice();
  const options = await startAdding(user);
  expect(options.rp).toEqual({ name: "QuickScale", id: "localhost" });
  expect(Buffer.from(options.user.id, "base64url")).toHaveLength(32);
  expect((await startAdding(user)).user.id).toBe(options.user.id);
  await add(user, device, { synced: true });
  expect((await startAdding(user)).excludeCredentials).toHaveLength(1);
  expect(await eventsOf(user.id)).toEqual(["passkey_added"]);
  const mails = await queuedEmails(db, user.email);
  expect(mails.map(({ message }) => message.template)).toEqual(["passkey-added"]);
  startRequest();
  const token = await rememberPasskeyBrowser();
  startRequest({ "x-real-ip": "203.0.113.5" }, { [passkeyCookie]: token });
  expect(await rememberPasskeyBrowser()).toBe(token);
  const { startPasskeySignIn } = await import("@/lib/passkeys");
  const asked = await startPasskeySignIn(ctx, { browserToken: token });
  expect(asked).toMatchObject({ userVerification: "required", rpId: "localhost" });
  expect(asked.allowCredentials ?? []).toEqual([]);
  await signInWithPasskey(device.get(asked, { synced: true }));
  const cookie = sentCookies()[cookieName] ?? "";
  startRequest({}, { [cookieName]: cookie });
  expect(await findSessionUser()).toMatchObject({ id: user.id, email: user.email });
  expect(await hasRecentSignIn()).toBe(true);
  expect(await eventsOf(user.id)).toEqual(["passkey_added", "passkey_used", "signed_in"]);
  const [listed] = await listPasskeys(ctx, user.id);
  expect(listed).toMatchObject({ name: "My phone", synced: true, lastUsedAt: clock.now() });
  const stored = JSON.stringify(await db.prisma.passkeyChallenge.findMany());
  for (const secret of [asked.challenge, token, browserToken]) expect(stored).not.toContain(secret);
});

const bad: [string, Tweaks, string][] = [
  ["from another site", { origin: "https://evil.example" }, "passkeys.refused"],
  ["from another port of the host", { origin: "http://localhost:1" }, "passkeys.refused"],
  ["for another site", { rpId: "evil.example" }, "passkeys.refused"],
  ["made for something else", { type: "webauthn.create" }, "passkeys.refused"],
  ["whose device did not look at who holds it", { userVerified: false }, "passkeys.refused"],
  ["changed after it was signed", { tampered: true }, "passkeys.refused"],
  ["of a person whom the device does not name", { userHandle: null }, "passkeys.refused"],
  ["of a person whom the device names wrongly", { userHandle: "AAAA" }, "passkeys.refused"],
  ["of a device that suddenly syncs", { synced: true }, "passkeys.refused"],
  ["to a challenge of its own", { challenge: "A".repeat(43) }, "passkeys.challenge_over"],
  ["whose count of uses stands still", { counter: 5 }, "passkeys.copied"],
  ["whose count of uses went back", { counter: 0 }, "passkeys.copied"],
];

test("no bad answer opens or changes anything, and what was asked cannot be answered again", async () => {
  const { id, device } = await createOwner("bad@example.com", { counter: 5 });
  const [before] = await passkeysOf(id);
  for (const [what, tweaks, code] of bad) {
    const asked = await askSignIn();
    expect.soft(await codeOf(verify(device.get(asked, { counter: 6, ...tweaks }))), what).toBe(code);
    const again = await codeOf(verify(device.get(asked, { counter: 6 })));
    expect.soft(again, `${what}, then right`).toBe(tweaks.challenge ? "let in" : "passkeys.challenge_over");
    if (tweaks.challenge) await db.prisma.passkey.update({ where: { id: before!.id }, data: before! });
  }
  for (const response of ["", "{", "[]", JSON.stringify({ id: "x" }), "x".repeat(2_000_000), 7, null]) {
    expect(await codeOf(verify(response as string))).toBe("passkeys.refused");
  }
  const notJson = { clientDataJSON: "AAAA", authenticatorData: "AAAA", signature: "AAAA" };
  const shaped = JSON.stringify({ id: "AAAA", rawId: "AAAA", type: "public-key", response: notJson });
  expect(await codeOf(verify(shaped))).toBe("passkeys.refused");
  expect(await passkeysOf(id)).toEqual([before]);
  expect((await eventsOf(id)).filter((kind) => kind === "passkey_used")).toHaveLength(1);
  expect(await db.prisma.session.count({ where: { userId: id } })).toBe(0);
  expect(log.lines.some(({ message }) => message === "a passkey may be copied")).toBe(true);
});

test("what was asked works once, also for parallel answers, for five minutes, in the browser that asked", async () => {
  const { device } = await createOwner("once@example.com");
  const asked = await askSignIn();
  const answer = device.get(asked);
  const elsewhere = [verify(answer, null), verify(answer, "c".repeat(43))].map(codeOf);
  expect(await Promise.all(elsewhere)).toEqual(["passkeys.challenge_over", "passkeys.challenge_over"]);
  const codes = await Promise.all(Array.from({ length: 8 }, () => codeOf(verify(answer))));
  expect(codes.filter((code) => code === "let in")).toHaveLength(1);
  expect(codes.filter((code) => code === "passkeys.challenge_over")).toHaveLength(7);
  const late = await askSignIn();
  clock.advance(5 * 60_000);
  expect(await codeOf(verify(device.get(late)))).toBe("passkeys.challenge_over");
  await askSignIn();
  expect(await db.prisma.passkeyChallenge.count()).toBe(1);
});

test("a copy of a counting passkey is noticed when both answer at once; one that counts nothing is let in for ever", async () => {
  const { device } = await createOwner("count@example.com", { counter: 1 });
  const answers = [await askSignIn(), await askSignIn()].map((asked) => device.get(asked, { counter: 2 }));
  const codes = await Promise.all(answers.map((answer) => codeOf(verify(answer))));
  expect(codes.sort()).toEqual(["let in", "passkeys.copied"]);
  const { device: uncounted } = await createOwner("uncounted@example.com");
  for (let use = 0; use < 2; use += 1)
    expect(await codeOf(verify(uncounted.get(await askSignIn())))).toBe("let in");
});

test("nobody gets in with a passkey that is unknown, removed, or of a suspended or deleted account", async () => {
  const { id, email, device } = await createOwner("gone@example.com");
  await db.prisma.user.update({ where: { id }, data: { suspendedAt: clock.now() } });
  expect(await codeOf(verify(device.get(await askSignIn())))).toBe("users.suspended");
  const askedAt = new Date(clock.now().getTime() - 15 * 86_400_000);
  await db.prisma.user.update({ where: { id }, data: { suspendedAt: null, deletionAskedAt: askedAt } });
  await startAdding({ id, email });
  expect(await anonymiseDeletedAccounts(ctx)).toBe(1);
  const where = { userId: id };
  const left = [
    db.prisma.passkey.count({ where }),
    db.prisma.passkeyHandle.count({ where }),
    db.prisma.passkeyChallenge.count({ where }),
  ];
  expect(await Promise.all(left)).toEqual([0, 0, 0]);
  expect(await codeOf(verify(device.get(await askSignIn())))).toBe("passkeys.unknown");
});

test("nothing is kept of a new passkey that is forged, late, of somebody else's asking, known, or one too many", async () => {
  const [user, other] = [await createMember("add@example.com"), await createMember("add-other@example.com")];
  const device = newDevice();
  const finish = async (response: unknown, userId = user.id) =>
    codeOf(finishRegistration(ctx, { response, browserToken, origin }, { userId, name: "Key" }));
  const forged: Tweaks[] = [
    { origin: "https://evil.example" },
    { rpId: "evil.example" },
    { type: "webauthn.get" },
    { userVerified: false },
    { certified: true },
  ];
  for (const tweaks of forged)
    expect
      .soft(await finish(device.create(await startAdding(user), tweaks)), JSON.stringify(tweaks))
      .toBe("passkeys.refused");
  expect(await finish("x".repeat(2_000_000))).toBe("passkeys.refused");
  const asked = await startAdding(user);
  expect(await finish(device.create(asked), other.id)).toBe("passkeys.challenge_over");
  const answer = device.create(asked, { credentialId: "knownCredential" });
  expect((await Promise.all([finish(answer), finish(answer)])).sort()).toEqual([
    "let in",
    "passkeys.challenge_over",
  ]);
  expect(await finish(answer)).toBe("passkeys.challenge_over");
  const copy = newDevice().create(await startAdding(other), { credentialId: "knownCredential" });
  expect(await finish(copy, other.id)).toBe("passkeys.taken");
  const ten = [];
  for (let index = 0; index < 11; index += 1) ten.push(newDevice().create(await startAdding(user)));
  const codes = await Promise.all(ten.map((response) => finish(response)));
  expect(codes.filter((code) => code === "passkeys.too_many")).toHaveLength(2);
  expect(await codeOf(startAdding(user))).toBe("passkeys.too_many");
  expect(await passkeysOf(user.id)).toHaveLength(10);
  expect(await passkeysOf(other.id)).toEqual([]);
  expect(await eventsOf(other.id)).toEqual([]);
  expect((await queuedEmails(db, user.email)).length).toBe(10);
});

test("who is signed in proves it with a passkey of their own, never with one of somebody else", async () => {
  const [owner, other] = [await createOwner("own@example.com"), await createOwner("stranger@example.com")];
  const ask = () => startConfirmation(ctx, { userId: owner.id, browserToken });
  const confirm = (response: string) =>
    codeOf(verifyConfirmation(ctx, { response, browserToken, origin }, { userId: owner.id }));
  const asked = await ask();
  expect(asked.allowCredentials).toMatchObject([{ transports: ["internal"] }]);
  expect(await confirm(other.device.get(asked))).toBe("passkeys.of_another");
  expect(await confirm(owner.device.get(await askSignIn()))).toBe("passkeys.challenge_over");
  expect(await codeOf(verify(owner.device.get(await ask())))).toBe("passkeys.challenge_over");
  expect(await confirm(owner.device.get(await ask(), { userHandle: null }))).toBe("let in");
  expect((await eventsOf(other.id)).includes("passkey_used")).toBe(false);
});

test("a passkey is renamed and removed by its owner, and the last way in stays, also when two are removed at once", async () => {
  const owner = await createOwner("remove@example.com");
  const stranger = await createOwner("remove-other@example.com");
  const [first] = await passkeysOf(owner.id);
  const passkeyId = first!.id;
  const remove = (id: string, userId = owner.id) =>
    codeOf(removePasskey(ctx, { userId, passkeyId: id, origin }));
  expect(await codeOf(renamePasskey(ctx, { userId: stranger.id, passkeyId, name: "Mine" }))).toBe(
    "passkeys.not_found",
  );
  await renamePasskey(ctx, { userId: owner.id, passkeyId, name: "Old phone" });
  expect(await remove(passkeyId, stranger.id)).toBe("passkeys.not_found");
  expect(await remove(passkeyId)).toBe("passkeys.last_way_in");
  expect(await listPasskeys(ctx, owner.id)).toMatchObject([{ name: "Old phone" }]);
  await add(owner, newDevice());
  const both = (await passkeysOf(owner.id)).map(({ id }) => remove(id));
  expect((await Promise.all(both)).sort()).toEqual(["let in", "passkeys.last_way_in"]);
  const [rest] = await passkeysOf(owner.id);
  await db.prisma.user.update({ where: { id: owner.id }, data: { passwordHash: "x" } });
  expect(await remove(rest!.id)).toBe("let in");
  expect(await passkeysOf(owner.id)).toEqual([]);
  expect((await eventsOf(owner.id)).filter((kind) => kind === "passkey_removed")).toHaveLength(2);
  const mails = await queuedEmails(db, owner.email);
  expect(mails.filter(({ message }) => message.template === "passkey-removed")).toHaveLength(2);
});

test("the library's own endpoint is the same door: it wants the browser's cookie, and 60 bad tries from a place are all", async () => {
  const { device } = await createOwner("door@example.com");
  async function post(response: string) {
    startRequest({ "x-real-ip": "203.0.113.77" }, { [passkeyCookie]: browserToken });
    const first = await handlers.GET(new NextRequest(`${appUrl}/api/auth/csrf`));
    const { csrfToken } = (await first.json()) as { csrfToken: string };
    const cookie = first.headers
      .getSetCookie()
      .map((line) => line.split(";")[0])
      .join("; ");
    const headers = { cookie, "content-type": "application/x-www-form-urlencoded" };
    const body = new URLSearchParams({ response, csrfToken });
    const url = `${appUrl}/api/auth/callback/passkey`;
    const answer = await handlers.POST(new NextRequest(url, { method: "POST", body, headers }));
    return answer.headers.get("location");
  }
  const here = { ip: "203.0.113.77", userAgent: null };
  for (let miss = 0; miss < 58; miss += 1)
    await codeOf(verifyPasskeySignIn(ctx, { response: "{}", browserToken, origin: here }));
  expect(await post("x".repeat(2_000_000))).toContain("code=passkeys.refused");
  for (let use = 0; use < 2; use += 1)
    expect(await post(device.get(await askSignIn()))).toBe(`${appUrl}/dashboard`);
  expect(await post("{}")).toContain("code=passkeys.refused");
  expect(await post(device.get(await askSignIn()))).toContain("code=rate_limits.exceeded");
});
