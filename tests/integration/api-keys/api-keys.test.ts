import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import {
  authenticateApiKey,
  createApiKey,
  listApiKeys,
  revokeAllApiKeys,
  revokeApiKey,
  rotateApiKey,
} from "@/lib/api-keys";
import { createApiKeySchema } from "@/lib/api-keys/schema";
import { apiScopes } from "@/lib/api-keys/types";
import { createUser } from "@/tests/factories/user";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { createTestDatabase } from "@/tests/setup/test-database";

const db = await createTestDatabase(20);
const clock = fixedClock();
const origin = { ip: "203.0.113.5", userAgent: "test" };
const asked = { mode: "test", origin } as const;
const hours = (count: number) => count * 3_600_000;

async function createOwner() {
  const { id } = await createUser(db);
  const actor = { kind: "user", userId: id, role: "member", sessionId: id } as const;
  return { id, ctx: { db, systemClock: clock, actor } };
}

const wanted = (name = "Script") => ({ name, scopes: [...apiScopes], expiresInDays: null });
const callerOf = (secret: string, mode: "live" | "test" = "test") =>
  authenticateApiKey({ db, systemClock: clock }, { secret, mode });
const eventsOf = async (userId: string) =>
  (await db.prisma.securityEvent.findMany({ where: { userId }, orderBy: { id: "asc" } })).map(
    ({ kind, detail }) => `${kind}: ${detail ?? ""}`,
  );

test("a new key speaks for its owner within its scopes, and its secret is stored nowhere", async () => {
  const { id, ctx } = await createOwner();
  const { secret } = await createApiKey(ctx, { ...wanted(), scopes: ["credits:read"] }, asked);
  expect(await callerOf(secret)).toMatchObject({ userId: id, scopes: ["credits:read"] });
  expect(await callerOf(secret.replace("_test_", "_live_"), "live")).toBeNull();
  expect(await callerOf(secret, "live")).toBeNull();
  expect(await callerOf(`${secret.slice(0, -1)}${secret.endsWith("a") ? "b" : "a"}`)).toBeNull();
  const row = await db.prisma.apiKey.findFirstOrThrow({ where: { userId: id } });
  expect(JSON.stringify(row)).not.toContain(secret.slice(8, -4));
  expect(row).toMatchObject({ prefix: "qs_test_", lastFour: secret.slice(-4) });
});

test("the last use is noted, once a minute at most", async () => {
  const { ctx } = await createOwner();
  const { secret } = await createApiKey(ctx, wanted(), asked);
  expect((await listApiKeys(ctx))[0]?.lastUsedAt).toBeNull();
  const first = clock.now();
  await callerOf(secret);
  clock.advance(59_000);
  await callerOf(secret);
  expect((await listApiKeys(ctx))[0]?.lastUsedAt).toEqual(first);
  clock.advance(2_000);
  await Promise.all(Array.from({ length: 10 }, () => callerOf(secret)));
  expect((await listApiKeys(ctx))[0]?.lastUsedAt).toEqual(clock.now());
});

test("a key ends with its day, and no rotation prolongs it", async () => {
  const { ctx } = await createOwner();
  const { id, secret } = await createApiKey(ctx, { ...wanted(), expiresInDays: 30 }, asked);
  clock.advance(hours(24 * 30) - 1);
  expect(await callerOf(secret)).not.toBeNull();
  clock.advance(1);
  expect(await callerOf(secret)).toBeNull();
  expect(await listApiKeys(ctx)).toMatchObject([{ id, expired: true }]);
  await expect(rotateApiKey(ctx, { keyId: id, graceHours: 24 }, asked)).rejects.toMatchObject({
    code: "api_keys.expired",
  });
});

test("after a rotation the old secret ends at once, or after the grace; never two old ones", async () => {
  const { id: userId, ctx } = await createOwner();
  const first = await createApiKey(ctx, wanted("Robot"), asked);
  const second = await rotateApiKey(ctx, { keyId: first.id, graceHours: 24 }, asked);
  expect(await callerOf(first.secret)).toMatchObject({ keyId: first.id });
  expect(await callerOf(second.secret)).toMatchObject({ keyId: first.id });
  expect(await listApiKeys(ctx)).toMatchObject([
    { lastFour: second.secret.slice(-4), rotatedAt: clock.now() },
  ]);
  const third = await rotateApiKey(ctx, { keyId: first.id, graceHours: 24 }, asked);
  expect(await callerOf(first.secret)).toBeNull();
  clock.advance(hours(24));
  expect(await callerOf(second.secret)).toBeNull();
  expect((await listApiKeys(ctx))[0]?.previousUntil).toBeNull();
  const fourth = await rotateApiKey(ctx, { keyId: first.id, graceHours: 0 }, asked);
  expect(await callerOf(third.secret)).toBeNull();
  expect(await callerOf(fourth.secret)).not.toBeNull();
  await revokeApiKey(ctx, { keyId: first.id }, asked);
  expect(await callerOf(fourth.secret)).toBeNull();
  expect(await listApiKeys(ctx)).toEqual([]);
  expect(await eventsOf(userId)).toEqual([
    "api_key_created: Robot",
    ...Array<string>(3).fill("api_key_rotated: Robot"),
    "api_key_revoked: Robot",
  ]);
});

test.each([
  ["suspended", { suspendedAt: new Date() }],
  ["not verified", { emailVerified: null }],
])("a key of somebody who is %s does not work", async (_state, data) => {
  const { id, ctx } = await createOwner();
  const { secret } = await createApiKey(ctx, wanted(), asked);
  await db.prisma.user.update({ where: { id }, data });
  expect(await callerOf(secret)).toBeNull();
});

test("an account that is closed ends all its keys, and nobody else's", async () => {
  const [one, other] = await Promise.all([createOwner(), createOwner()]);
  const [a, b] = [
    await createApiKey(one.ctx, wanted(), asked),
    await createApiKey(other.ctx, wanted(), asked),
  ];
  await createApiKey(one.ctx, wanted(), asked);
  const close = () => db.transaction((tx) => revokeAllApiKeys(tx, { userId: one.id, now: clock.now() }));
  expect(await close()).toEqual({ revoked: 2 });
  expect(await close()).toEqual({ revoked: 0 });
  expect(await callerOf(a.secret)).toBeNull();
  expect(await callerOf(b.secret)).not.toBeNull();
});

test("other people's keys are not there, for a look, a rotation or a revocation", async () => {
  const [owner, stranger] = await Promise.all([createOwner(), createOwner()]);
  const { id, secret } = await createApiKey(owner.ctx, wanted(), asked);
  const missing = { code: "api_keys.not_found", kind: "not_found" };
  expect(await listApiKeys(stranger.ctx)).toEqual([]);
  await expect(revokeApiKey(stranger.ctx, { keyId: id }, asked)).rejects.toMatchObject(missing);
  await expect(rotateApiKey(stranger.ctx, { keyId: id, graceHours: 0 }, asked)).rejects.toMatchObject(
    missing,
  );
  await expect(revokeApiKey(owner.ctx, { keyId: randomUUID() }, asked)).rejects.toMatchObject(missing);
  expect(await callerOf(secret)).not.toBeNull();
  const nobody = { ...owner.ctx, actor: { kind: "anonymous" } as const };
  await expect(createApiKey(nobody, wanted(), asked)).rejects.toMatchObject({ kind: "unauthenticated" });
});

test("of 30 keys asked for at once a person gets 20; a revoked one makes room", async () => {
  const { ctx } = await createOwner();
  const tries = await Promise.allSettled(
    Array.from({ length: 30 }, () => createApiKey(ctx, wanted(), asked)),
  );
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(20);
  await expect(createApiKey(ctx, wanted(), asked)).rejects.toMatchObject({ code: "api_keys.too_many" });
  const [key] = await listApiKeys(ctx);
  await revokeApiKey(ctx, { keyId: key!.id }, asked);
  await createApiKey(ctx, wanted(), asked);
  expect(await listApiKeys(ctx)).toHaveLength(20);
});

test.each([
  [{ name: "  " }, "name"],
  [{ name: "x".repeat(61) }, "name"],
  [{ name: "a\r\nset-cookie: x" }, "name"],
  [{ name: "\u202egnp.exe" }, "name"],
  [{ scopes: [] }, "scopes"],
  [{ scopes: ["admin"] }, "scopes"],
  [{ expiresInDays: 1_000_000 }, "expiresInDays"],
])("%j is refused at its field", (change, field) => {
  const { error } = createApiKeySchema.safeParse({ ...wanted(), ...change });
  expect(error?.issues.map(({ path }) => path[0])).toContain(field);
});

test("a name is trimmed, and scopes stand once, in their order", () => {
  const scopes = ["usage:read", "credits:read", "usage:read"];
  expect(createApiKeySchema.parse({ name: " My script ", scopes, expiresInDays: 90 })).toEqual({
    name: "My script",
    scopes: ["credits:read", "usage:read"],
    expiresInDays: 90,
  });
});
