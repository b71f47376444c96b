import { randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";
import { forgetOldData } from "@/lib/retention";
import { createUser } from "@/tests/factories/user";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { recordingLog } from "@/tests/fakes/recording-log";
import { createTestDatabase } from "@/tests/setup/test-database";

const db = await createTestDatabase();
const clock = fixedClock(new Date());
const log = recordingLog();
const ctx = { db, systemClock: clock, log };
const hour = 3_600_000;
const day = 24 * hour;
const before = (ms: number) => new Date(clock.now().getTime() - ms);

/** Rows by the names that a test gives them in a column that must be unique. */
async function fill() {
  const now = clock.now();
  const { id: userId } = await createUser(db);
  const { id: unconfirmed } = await createUser(db);
  await db.prisma.user.update({ where: { id: unconfirmed }, data: { emailVerified: null } });
  const session = (tokenHash: string, expires: Date, lastUsedAt: Date) => ({
    userId,
    tokenHash,
    expires,
    lastUsedAt,
  });
  await db.prisma.session.createMany({
    data: [
      session("live", before(-day), now),
      session("ended today", before(23 * hour), before(day)),
      session("aged", before(25 * hour), before(26 * hour)),
      session("idle since today", before(-day), before(7 * day + 23 * hour)),
      session("idle", before(-day), before(8 * day + hour)),
    ],
  });
  const device = (owner: string, tokenHash: string, lastSeenAt: Date) => ({
    userId: owner,
    tokenHash,
    lastSeenAt,
    createdAt: lastSeenAt,
  });
  await db.prisma.knownDevice.createMany({
    data: [
      device(userId, "seen", before(399 * day)),
      device(userId, "unseen", before(401 * day)),
      device(unconfirmed, "the only one", before(500 * day)),
      device(unconfirmed, "one before", before(501 * day)),
    ],
  });
  const link = (tokenHash: string, expiresAt: Date, rest: object = {}) => ({
    userId,
    purpose: "reset_password" as const,
    tokenHash,
    expiresAt,
    ...rest,
  });
  await db.prisma.emailToken.createMany({
    data: [
      link("open", before(-hour)),
      link("over lately", before(29 * day)),
      link("over", before(31 * day)),
      link("used", before(-hour), { usedAt: before(31 * day) }),
      link("confirmed", before(31 * day), { purpose: "verify_email" }),
      link("sign-up", before(31 * day), { purpose: "verify_email", userId: unconfirmed, passwordHash: "x" }),
    ],
  });
  const pending = (tokenHash: string, expiresAt: Date) => ({
    userId,
    tokenHash,
    passwordStamp: "",
    firstFactor: "password",
    nextPath: "/",
    createdAt: now,
    expiresAt,
  });
  await db.prisma.pendingSignIn.createMany({ data: [pending("waits", before(-1)), pending("late", now)] });
  const challenge = (challengeHash: string, expiresAt: Date) => ({
    challengeHash,
    browserHash: "x",
    purpose: "sign_in" as const,
    expiresAt,
  });
  await db.prisma.passkeyChallenge.createMany({
    data: [challenge("asked", before(-1)), challenge("late", now)],
  });
  await db.prisma.rateLimit.createMany({
    data: [
      { key: "counts", expire: BigInt(now.getTime()) },
      { key: "counted", expire: BigInt(now.getTime() - 1) },
      { key: "for ever", expire: null },
    ],
  });
  return { userId };
}

async function left() {
  const [sessions, devices, links, pending, challenges, limits] = await Promise.all([
    db.prisma.session.findMany({ select: { tokenHash: true } }),
    db.prisma.knownDevice.findMany({ select: { tokenHash: true } }),
    db.prisma.emailToken.findMany({ select: { tokenHash: true } }),
    db.prisma.pendingSignIn.findMany({ select: { tokenHash: true } }),
    db.prisma.passkeyChallenge.findMany({ select: { challengeHash: true } }),
    db.prisma.rateLimit.findMany({ select: { key: true } }),
  ]);
  return [...sessions, ...devices, ...links, ...pending, ...challenges, ...limits]
    .flatMap((row) => Object.values(row))
    .sort();
}

test("what has had its time goes, at once and not twice, and nothing else does", async () => {
  await fill();
  const kept = [
    "live",
    "ended today",
    "idle since today",
    "seen",
    "the only one",
    "open",
    "over lately",
    "sign-up",
  ];
  const counts = { sessions: 2, devices: 2, emailLinks: 3, pendingSignIns: 1, challenges: 1, rateLimits: 1 };
  expect(await forgetOldData(ctx)).toEqual({
    ...counts,
    ...{ usage: 0, notices: 0, messages: 0, emails: 0, stripeEvents: 0 },
  });
  expect(await left()).toEqual([...kept, "waits", "asked", "counts", "for ever"].sort());
  expect(Object.values(await forgetOldData(ctx)).every((count) => count === 0)).toBe(true);
});

test("of a mail of 90 days ago there is left that it was, and not to whom or with what words", async () => {
  const message = { template: "password-changed", props: { changedAt: "noon" } };
  const mail = (status: "pending" | "sent" | "failed", createdAt: Date) => ({
    key: randomUUID(),
    recipient: "ada@example.com",
    template: message.template,
    message,
    status,
    createdAt,
    error: "ada@example.com is full",
  });
  const old = new Date(Date.now() - 91 * day);
  await db.prisma.outboxEmail.createMany({
    data: [
      mail("sent", old),
      mail("failed", old),
      mail("pending", old),
      mail("sent", new Date(Date.now() - 89 * day)),
    ],
  });
  expect(await forgetOldData(ctx)).toMatchObject({ emails: 2 });
  expect(await forgetOldData(ctx)).toMatchObject({ emails: 0 });
  const rows = await db.prisma.outboxEmail.findMany({ orderBy: [{ recipient: "asc" }, { status: "asc" }] });
  const empty = {
    recipient: "",
    error: null,
    message: { template: message.template, props: {} },
    template: message.template,
  };
  const whole = { recipient: "ada@example.com", message };
  expect(rows).toMatchObject([
    { ...empty, status: "sent" },
    { ...empty, status: "failed" },
    { ...whole, status: "pending" },
    { ...whole, status: "sent" },
  ]);
});

test("a step that fails is told after the others have done their work", async () => {
  await db.prisma.rateLimit.create({ data: { key: "over", expire: 1n } });
  const failing = vi.spyOn(db, "sql").mockRejectedValueOnce(new Error("a lock"));
  await expect(forgetOldData(ctx)).rejects.toMatchObject({
    errors: [expect.objectContaining({ message: "a lock" })],
  });
  failing.mockRestore();
  expect(await db.prisma.rateLimit.count({ where: { key: "over" } })).toBe(0);
});
