import { afterAll, beforeEach, describe, expect, inject, test, vi } from "vitest";
import { z } from "zod";
import { publicAction } from "@/lib/actions";
import { listAudit } from "@/lib/audit";
import {
  findSessionUser,
  openMemberFrame,
  openMemberPage,
  requireAdmin,
  requireUser,
  startViewing,
  stopViewing,
} from "@/lib/auth";
import { readOnly, type AppContext } from "@/lib/context";
import { openDatabase } from "@/lib/db";
import type { Actor } from "@/lib/ports/actor";
import { startRequest } from "@/tests/fakes/next-request";
import { appUrl, cookieName, openAuth } from "./setup";

vi.mock("next/headers", () => import("@/tests/fakes/next-request"));

const { db, clock, ctx, createMember, signIn } = await openAuth();
const minutes = (count: number) => count * 60_000;
const origin = { ip: "203.0.113.9", userAgent: "Firefox" };
const reason = "Asked why her credits are gone";

const [{ name } = { name: "" }] = await db.sql<{ name: string }>({
  ...{ name: "which", text: "SELECT current_database() AS name", values: [] },
});
const url = new URL(inject("postgresUrl"));
url.pathname = `/${name}`;
const readOnlyDatabase = openDatabase(url.toString(), 2, { readOnly: true });
Object.assign(globalThis, { quickscaleReadOnlyDatabase: readOnlyDatabase });
// What a look reads of Stripe and mail is of no concern here.
Object.assign(ctx, { payments: {}, mailer: {}, storage: null });
afterAll(async () => {
  Object.assign(globalThis, { quickscaleReadOnlyDatabase: undefined });
  await readOnlyDatabase.close();
});

const admin = await createMember("support@example.com", { role: "admin" });
const member = await createMember("viewed@example.com");
const cookie = await signIn(admin.email);
const browse = (path = "/dashboard") =>
  startRequest({ "x-real-ip": "203.0.113.9", "x-quickscale-path": path }, { [cookieName]: cookie });
browse();
const sessionId = (await findSessionUser())?.sessionId ?? "";
const actor: Actor = { kind: "user", userId: admin.id, role: "admin", sessionId };
const app = { ...ctx, actor } as unknown as AppContext;
const start = (userId = member.id, by: Actor = actor) =>
  startViewing({ ...app, actor: by }, { userId, reason, origin });

async function sentTo(page: () => Promise<unknown>): Promise<string> {
  try {
    await page();
    return "answered";
  } catch (error) {
    return z.object({ digest: z.string() }).parse(error).digest;
  }
}

async function stop() {
  browse();
  const user = await findSessionUser();
  return user && stopViewing(app, user, origin);
}

beforeEach(async () => {
  clock.set(new Date());
  await stop();
  browse();
});

test("for half an hour an admin sees a member's pages, each written down with the reason before them", async () => {
  const began = clock.now();
  await start();
  browse("/credits/history?q=pack");
  const { user, viewingUntil, ctx: seen } = await openMemberPage();
  expect(user).toMatchObject({ id: member.id, email: member.email, role: "member", sessionId });
  expect(seen.actor).toMatchObject({ kind: "user", userId: member.id, role: "member" });
  expect(viewingUntil).toEqual(new Date(began.getTime() + minutes(30)));
  const told = (await listAudit(app, { userId: member.id })).entries.slice(0, 2);
  expect(told).toMatchObject([
    { action: "page_viewed_as", actorId: admin.id, after: { path: "/credits/history?q=pack" } },
    { action: "user_viewed_as", actorId: admin.id, reason, ip: origin.ip },
  ]);
  clock.set(new Date(began.getTime() + minutes(30)));
  browse();
  expect((await openMemberFrame()).user.id).toBe(admin.id);
});

test("meanwhile whatever acts is refused, in the member's name and in the admin's own", async () => {
  await start();
  browse();
  expect(await sentTo(requireUser)).toContain(";/viewing;");
  expect(await sentTo(requireAdmin)).toContain(";/viewing;");
  expect(await stop()).toBe(member.id);
  browse();
  expect(await requireAdmin()).toMatchObject({ id: admin.id });
  expect(await stop()).toBeNull();
  expect((await listAudit(app, { actions: ["viewing_ended"] })).entries[0]).toMatchObject({
    userId: member.id,
  });
});

test("meanwhile actions for everybody are closed, but for those that say they are not", async () => {
  let done = 0;
  const count = () => Promise.resolve((done += 1));
  const write = publicAction.metadata({ name: "write" }).action(count);
  const stopping = publicAction.metadata({ name: "stop", whileViewing: true }).action(count);
  const send = () => startRequest({ origin: appUrl }, { [cookieName]: cookie });
  await start();
  send();
  expect(await sentTo(write)).toContain(";/viewing;");
  expect(done).toBe(0);
  expect(await stopping()).toEqual({ data: 1 });
  await stop();
  send();
  expect(await write()).toEqual({ data: 2 });
});

test("a look ends with the role, with the member's becoming an admin, and with their account", async () => {
  const viewedId = async () => {
    browse();
    return (await findSessionUser())?.viewing?.id ?? null;
  };
  const change = (id: string, data: object) => db.prisma.user.update({ where: { id }, data });
  await start();
  expect(await viewedId()).toBe(member.id);
  for (const [id, data, undo] of [
    [admin.id, { role: "member" }, { role: "admin" }],
    [member.id, { role: "admin" }, { role: "member" }],
    [member.id, { anonymisedAt: new Date() }, { anonymisedAt: null }],
  ] as const) {
    await change(id, data);
    expect(await viewedId()).toBeNull();
    await change(id, undo);
  }
});

test("nobody looks as an admin, as themselves, as nobody, from another's session, or without being an admin", async () => {
  const other = await createMember("other-admin@example.com", { role: "admin" });
  for (const [userId, by] of [
    [other.id, actor],
    [admin.id, actor],
    ["01a205d5-f23a-7638-bff7-4c19a67dff12", actor],
    ["' OR 1=1 --", actor],
    [member.id, { ...actor, role: "member" }],
    [member.id, { ...actor, userId: other.id }],
    [member.id, { kind: "anonymous" }],
  ] as const)
    await expect(start(userId, by)).rejects.toMatchObject({ code: "auth.not_viewable" });
  browse();
  expect((await findSessionUser())?.viewing).toBeNull();
});

describe("the context of a look", () => {
  const refused = /read-only transaction/;
  const gateway = { getPayment: () => "read", createRefund: () => "done", kind: "stripe" };
  const looking = readOnly({
    ...app,
    payments: gateway,
    mailer: { send: () => "sent" },
    storage: null,
  } as never);

  test("reads, and PostgreSQL refuses to write: by statement, by model and in a transaction", async () => {
    const { db: seen } = looking;
    expect(await seen.prisma.user.count({ where: { id: member.id } })).toBe(1);
    const text = "UPDATE users SET name = 'x'";
    await expect(seen.sql({ name: "w", text, values: [] })).rejects.toThrow(refused);
    const where = { id: member.id };
    await expect(seen.prisma.user.update({ where, data: { name: "x" } })).rejects.toThrow(refused);
    await expect(
      seen.transaction((tx) => tx.prisma.user.update({ where, data: { name: "x" } })),
    ).rejects.toThrow(refused);
    expect((await db.prisma.user.findUniqueOrThrow({ where })).name).toBeNull();
  });

  test("asks Stripe, changes nothing there, and sends no mail", () => {
    const payments = looking.payments as unknown as typeof gateway;
    expect(payments.getPayment()).toBe("read");
    expect(payments.kind).toBe("stripe");
    const refusal = expect.objectContaining({ code: "shared.reading_only" }) as unknown;
    expect(() => payments.createRefund()).toThrow(refusal);
    expect(() => looking.mailer.send({} as never)).toThrow(refusal);
  });
});
