import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { removeAllPasskeys } from "@/lib/passkeys";
import { resetTwoFactor } from "@/lib/two-factor";
import {
  changeEmailForPerson,
  endSessionsOf,
  findLinkState,
  forgotPassword,
  markVerified,
  restoreUser,
  sendPasswordReset,
  setRole,
  suspendUser,
  unlockPerson,
  verifySignIn,
} from "@/lib/users";
import { latestToken, queuedEmails } from "@/tests/setup/queued-emails";
import { goodPassword, openUsers, otherPassword } from "./setup";

const { db, clock, ctx: base, register, openSession } = await openUsers();
const word = { reason: "Ticket 42", origin: { ip: "203.0.113.9", userAgent: "Firefox" } };

async function createAdmin() {
  const admin = await register();
  await db.prisma.user.update({ where: { id: admin.id }, data: { role: "admin" } });
  const actor = { kind: "user", userId: admin.id, role: "admin", sessionId: randomUUID() } as const;
  return { ...admin, ctx: { ...base, actor } };
}

const admin = await createAdmin();
const { ctx } = admin;
const auditOf = (userId: string) =>
  db.prisma.auditEntry.findMany({ where: { userId }, orderBy: { id: "asc" } });
const signIn = (email: string) => verifySignIn(base, { email, password: goodPassword, ip: null });
const templatesTo = async (email: string) =>
  (await queuedEmails(db, email)).map(({ message }) => message.template);

/** Every act with power over a person, as the admin of the context does it. */
const acts = {
  verify: (by: typeof ctx, userId: string) => markVerified(by, { userId, ...word }),
  suspend: (by: typeof ctx, userId: string) => suspendUser(by, { userId, ...word }),
  restore: (by: typeof ctx, userId: string) => restoreUser(by, { userId, ...word }),
  role: (by: typeof ctx, userId: string) => setRole(by, { userId, role: "admin", ...word }),
  sessions: (by: typeof ctx, userId: string) => endSessionsOf(by, { userId, ...word }),
  reset: (by: typeof ctx, userId: string) => sendPasswordReset(by, { userId, ...word }),
  unlock: (by: typeof ctx, userId: string) => unlockPerson(by, { userId, ...word }),
  twoFactor: (by: typeof ctx, userId: string) => resetTwoFactor(by, { userId, ...word }),
  passkeys: (by: typeof ctx, userId: string) => removeAllPasskeys(by, { userId, ...word }),
  email: (by: typeof ctx, userId: string) =>
    changeEmailForPerson(by, { userId, email: `${randomUUID()}@example.com`, ...word }),
};

describe("every act of support", () => {
  test.each(Object.entries(acts))(
    "%s is refused to who is no admin now, on oneself and on nobody",
    async (_, act) => {
      const person = await register();
      const former = await createAdmin();
      await db.prisma.user.update({ where: { id: former.id }, data: { role: "member" } });
      await expect(act(former.ctx, person.id)).rejects.toMatchObject({ code: "users.actor_not_admin" });
      await db.prisma.user.update({
        where: { id: former.id },
        data: { role: "admin", suspendedAt: clock.now() },
      });
      await expect(act(former.ctx, person.id)).rejects.toMatchObject({ code: "users.actor_not_admin" });
      await expect(act(ctx, admin.id)).rejects.toMatchObject({ code: "users.own_account" });
      await expect(act(ctx, randomUUID())).rejects.toMatchObject({ code: "users.not_found" });
      await expect(act(ctx, "nobody")).rejects.toMatchObject({ code: "users.not_found" });
      await db.prisma.user.update({ where: { id: person.id }, data: { anonymisedAt: clock.now() } });
      await expect(act(ctx, person.id)).rejects.toMatchObject({ code: "users.not_found" });
      expect(await auditOf(person.id)).toEqual([]);
    },
  );

  test("is on record with its reason and where it was asked from", async () => {
    const person = await register({ confirmed: false });
    for (const act of ["verify", "unlock", "reset", "sessions", "role"] as const)
      await acts[act](ctx, person.id);
    const entries = await auditOf(person.id);
    expect(entries.map(({ action }) => action)).toEqual([
      ...["email_verified", "sign_in_unlocked", "password_reset_sent", "sessions_ended", "role_changed"],
    ]);
    for (const entry of entries)
      expect(entry).toMatchObject({ actorId: admin.id, reason: "Ticket 42", ip: "203.0.113.9" });
  });
});

describe("the address", () => {
  test("moves, both are told, and nothing that was mailed or open before works any more", async () => {
    const person = await register();
    const to = `${randomUUID()}@example.com`;
    await openSession(person.id);
    await forgotPassword(base, { email: person.email, ip: null });
    const token = await latestToken(db, person.email);
    await changeEmailForPerson(ctx, { userId: person.id, email: ` ${to.toUpperCase()} `, ...word });
    expect(await signIn(to)).toMatchObject({ id: person.id });
    await expect(signIn(person.email)).rejects.toThrow("credentials_invalid");
    expect(await db.prisma.session.count({ where: { userId: person.id } })).toBe(0);
    expect((await findLinkState(base, "reset_password", token)).state).toBe("used");
    for (const address of [person.email, to])
      expect((await templatesTo(address)).at(-1)).toBe("email-changed-by-support");
    expect((await auditOf(person.id)).at(-1)).toMatchObject({ action: "email_changed", reason: "Ticket 42" });
    expect(
      await db.prisma.securityEvent.findFirst({ where: { userId: person.id }, orderBy: { id: "desc" } }),
    ).toMatchObject({
      kind: "email_changed",
      ip: null,
    });
  });

  test("lets in nobody by a password of a sign-up that was never confirmed, where there were several", async () => {
    const email = `${randomUUID()}@example.com`;
    await register({ email, password: otherPassword, confirmed: false });
    const { id: userId } = await register({ email, confirmed: false });
    const to = `${randomUUID()}@example.com`;
    await changeEmailForPerson(ctx, { userId, email: to, ...word });
    for (const password of [goodPassword, otherPassword])
      await expect(verifySignIn(base, { email: to, password, ip: null })).rejects.toThrow(
        "credentials_invalid",
      );
  });

  test("never becomes that of another account, a made-up one, the same one, or an admin's", async () => {
    const [person, owner, colleague] = [await register(), await register(), await createAdmin()];
    const change = (email: string, userId = person.id) =>
      changeEmailForPerson(ctx, { userId, email, ...word });
    await expect(change(owner.email)).rejects.toMatchObject({ code: "users.email_taken" });
    await expect(change("nonsense")).rejects.toMatchObject({ code: "users.email_invalid" });
    await expect(change(person.email)).rejects.toMatchObject({ code: "users.email_unchanged" });
    await expect(change("other@example.com", colleague.id)).rejects.toMatchObject({
      code: "users.admin_protected",
    });
    const both = await Promise.allSettled([
      change("one@example.com"),
      change("one@example.com", (await register()).id),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const act of [acts.twoFactor, acts.passkeys])
      await expect(act(ctx, colleague.id)).rejects.toMatchObject({ code: "users.admin_protected" });
  });
});

describe("the role", () => {
  test("is told by mail, and the last admin keeps it", async () => {
    const [person, colleague] = [await register(), await createAdmin()];
    await setRole(ctx, { userId: person.id, role: "admin", ...word });
    expect((await templatesTo(person.email)).at(-1)).toBe("role-changed");
    const { email } = await db.prisma.user.findUniqueOrThrow({ where: { id: colleague.id } });
    expect((await templatesTo(email)).at(-1)).toBe("admin-added");
    expect(await templatesTo(admin.email)).not.toContain("admin-added");
    await db.prisma.user.updateMany({
      where: { role: "admin", id: { not: admin.id } },
      data: { role: "member" },
    });
    const cli = { ...base, actor: { kind: "system", name: "cli" } as const };
    await expect(setRole(cli, { userId: admin.id, role: "member" })).rejects.toMatchObject({
      code: "users.last_admin",
    });
  });

  test("does not leave nobody when two admins take it from, or suspend, each other at once", async () => {
    for (const act of [
      (by: typeof ctx, userId: string) => setRole(by, { userId, role: "member" as const, ...word }),
      (by: typeof ctx, userId: string) => suspendUser(by, { userId, ...word }),
    ]) {
      const other = await createAdmin();
      const outcomes = await Promise.allSettled([act(ctx, other.id), act(other.ctx, admin.id)]);
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      await db.prisma.user.update({ where: { id: admin.id }, data: { role: "admin", suspendedAt: null } });
      await db.prisma.user.updateMany({ where: { id: { not: admin.id } }, data: { role: "member" } });
    }
  });
});

test("passkeys are taken away with the sessions, and the owner is told", async () => {
  const person = await register();
  const data = { userId: person.id, publicKey: new Uint8Array([1]), counter: 0n, transports: [] };
  for (const name of ["Phone", "Key"])
    await db.prisma.passkey.create({
      data: {
        ...data,
        credentialId: randomUUID(),
        deviceType: "singleDevice",
        backedUp: false,
        name,
        createdAt: clock.now(),
      },
    });
  await openSession(person.id);
  expect(await acts.passkeys(ctx, person.id)).toEqual({ passkeys: 2 });
  expect(await acts.passkeys(ctx, person.id)).toEqual({ passkeys: 0 });
  expect(await db.prisma.session.count({ where: { userId: person.id } })).toBe(0);
  expect((await templatesTo(person.email)).at(-1)).toBe("passkey-removed");
  expect(await auditOf(person.id)).toMatchObject([{ action: "passkeys_removed", after: { passkeys: 2 } }]);
});
