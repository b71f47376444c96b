import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { anonymiseDeletedAccounts, askDeletion, findDeletion, undoDeletion } from "@/lib/account-deletion";
import { getBalance } from "@/lib/credits";
import { recordSecurityEvent } from "@/lib/security-log";
import { signUp } from "@/lib/users";
import { aggregateUsage } from "@/lib/usage";
import { createCreditAccount } from "@/tests/factories/credit-account";
import { usedTimes, useMuch } from "@/tests/factories/use-much";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { recordingLog } from "@/tests/fakes/recording-log";
import { queuedEmails } from "@/tests/setup/queued-emails";
import { createTestDatabase } from "@/tests/setup/test-database";

const db = await createTestDatabase();
const clock = fixedClock(new Date());
const log = recordingLog();
const ctx = { db, systemClock: clock, clock, log, appUrl: "https://app.example" };
const origin = { ip: "203.0.113.7", userAgent: "Firefox/1" };
const days = (count: number) => count * 86_400_000;

/** A member with credits, a profile, two sessions, a device and a customer at Stripe. */
async function createMember() {
  const userId = await createCreditAccount(ctx, [{ credits: 500 }]);
  const { email } = await db.prisma.user.update({
    where: { id: userId },
    data: {
      name: "Ada Lovelace",
      bio: "Poetical science",
      website: "https://ada.example/",
      passwordHash: "x",
    },
  });
  const expires = new Date(clock.now().getTime() + days(60));
  const [own] = await db.prisma.session.createManyAndReturn({
    data: [randomUUID(), randomUUID()].map((tokenHash) => ({ userId, tokenHash, expires, ...origin })),
  });
  await db.prisma.knownDevice.create({
    data: { userId, tokenHash: randomUUID(), createdAt: clock.now(), lastSeenAt: clock.now() },
  });
  await db.prisma.billingCustomer.create({ data: { userId, email } });
  await db.prisma.apiKey.create({
    data: {
      ...{ userId, name: "Ada’s robot", prefix: "qs_test_", lastFour: "abcd", secretHash: randomUUID() },
      ...{ scopes: [], createdAt: clock.now(), revokedAt: clock.now() },
    },
  });
  await db.prisma.notificationPreference.create({
    data: { userId, kind: "credits_low", channel: "email", enabled: false, updatedAt: clock.now() },
  });
  await recordSecurityEvent(db, { userId, kind: "signed_in", origin, now: clock.now() });
  const sessionId = own?.id ?? "";
  return { userId, email, sessionId, ask: () => askDeletion(ctx, { userId, sessionId, origin }) };
}

async function givePlan(userId: string) {
  const now = clock.now();
  return db.prisma.subscription.create({
    data: {
      ...{ userId, stripeSubscriptionId: randomUUID(), stripeItemId: "si_1", stripePriceId: "price_1" },
      ...{ planName: "Basic", creditsMilli: 1n, amountMinor: 1n, currency: "usd", status: "active" },
      ...{ startedAt: now, periodStartsAt: now, periodEndsAt: new Date(now.getTime() + days(30)) },
      ...{ syncSeq: 1n, updatedAt: now },
    },
  });
}

const everythingOf = async (userId: string) =>
  JSON.stringify(
    await Promise.all([
      db.prisma.user.findUnique({ where: { id: userId } }),
      db.prisma.session.findMany({ where: { userId } }),
      db.prisma.knownDevice.findMany({ where: { userId } }),
      db.prisma.securityEvent.findMany({ where: { userId } }),
      db.prisma.outboxEmail.findMany({ where: { userId } }),
      db.prisma.billingCustomer.findMany({ where: { userId }, select: { email: true } }),
      db.prisma.apiKey.findMany({ where: { userId } }),
      db.prisma.notificationPreference.findMany({ where: { userId } }),
    ]),
  );

test("asking leaves 14 days, ends every other session, is mailed once and logged, and can be taken back", async () => {
  const { userId, email, sessionId, ask } = await createMember();
  await ask();
  await ask();
  expect(await findDeletion(db, userId)).toEqual(new Date(clock.now().getTime() + days(14)));
  expect(await db.prisma.session.findMany({ where: { userId } })).toMatchObject([{ id: sessionId }]);
  expect((await queuedEmails(db, email)).map(({ message }) => message.template)).toEqual(["deletion-asked"]);
  await undoDeletion(ctx, { userId, origin });
  await undoDeletion(ctx, { userId, origin });
  expect(await findDeletion(db, userId)).toBeNull();
  const events = await db.prisma.securityEvent.findMany({ where: { userId }, orderBy: { id: "asc" } });
  expect(events.map(({ kind }) => kind)).toEqual([
    "signed_in",
    "account_deletion_asked",
    "account_deletion_undone",
  ]);
  clock.advance(days(15));
  expect(await anonymiseDeletedAccounts(ctx)).toBe(0);
  expect((await db.prisma.user.findUniqueOrThrow({ where: { id: userId } })).email).toBe(email);
});

test("after 14 days nothing tells whose account it was, its credits still add up, and its address is free", async () => {
  const { userId, email, ask } = await createMember();
  await ask();
  clock.advance(days(14) - 1);
  expect(await anonymiseDeletedAccounts(ctx)).toBe(0);
  clock.advance(1);
  expect(await anonymiseDeletedAccounts(ctx)).toBe(1);
  expect(await anonymiseDeletedAccounts(ctx)).toBe(0);
  const left = await everythingOf(userId);
  for (const trace of [email, "Ada", "credits_low", "Poetical", "ada.example", origin.ip, "Firefox"])
    expect(left).not.toContain(trace);
  expect(await db.prisma.session.count({ where: { userId } })).toBe(0);
  expect((await getBalance(ctx, userId)).paygMilli).toBe(500_000n);
  await signUp(ctx, { email, password: "violet harbour tundra 9", ip: null });
  expect(await db.prisma.user.findUniqueOrThrow({ where: { email } })).not.toMatchObject({ id: userId });
});

test("what was used stays, without a zone; limits, notices, top-ups and reports of whoever is gone go", async () => {
  const { userId, ask } = await createMember();
  await db.prisma.user.update({ where: { id: userId }, data: { timeZone: "Asia/Kolkata" } });
  await useMuch(db, userId, clock.now());
  const zoneOf = async () => (await db.prisma.usageZone.findUnique({ where: { userId } }))?.zone;
  const uses = async () => {
    const days = await db.prisma.usageDay.findMany({ where: { userId }, select: { events: true } });
    return days.reduce((sum, { events }) => sum + events, 0);
  };
  await aggregateUsage(ctx);
  expect(await zoneOf()).toBe("Asia/Kolkata");
  await ask();
  clock.advance(days(14));
  expect(await anonymiseDeletedAccounts(ctx)).toBe(1);
  await aggregateUsage(ctx);
  expect(await zoneOf()).toBe("UTC");
  expect(await uses()).toBe(usedTimes);
  const { prisma } = db;
  const where = { userId };
  const left = await Promise.all([
    ...[
      prisma.notice.count({ where }),
      prisma.reportSchedule.count({ where }),
      prisma.reportTold.count({ where }),
    ],
    ...[
      prisma.quotaCounter.count({ where }),
      prisma.quotaHit.count({ where }),
      prisma.usageSpike.count({ where }),
    ],
    ...[prisma.quotaAlert.count({ where }), prisma.autoTopUp.count({ where })],
    prisma.expiringLotTold.count({ where }),
  ]);
  expect(left).toEqual(left.map(() => 0));
  expect(await prisma.creditAccount.findUnique({ where })).toMatchObject({
    lowMilli: null,
    topUpMilli: null,
  });
  expect(await prisma.usageRecord.count({ where })).toBe(usedTimes);
  expect(await prisma.topUp.count({ where })).toBe(1);
});

test("a plan that runs keeps the account: it is to end first, also when it was begun meanwhile", async () => {
  const { userId, ask } = await createMember();
  const plan = await givePlan(userId);
  await expect(ask()).rejects.toMatchObject({ code: "account_deletion.plan_live", kind: "conflict" });
  expect(await findDeletion(db, userId)).toBeNull();
  const end = { where: { id: plan.id }, data: { status: "canceled", endedAt: clock.now() } } as const;
  await db.prisma.subscription.update(end);
  await ask();
  await db.prisma.subscription.update({ where: { id: plan.id }, data: { status: "active", endedAt: null } });
  clock.advance(days(14));
  expect(await anonymiseDeletedAccounts(ctx)).toBe(0);
  expect(log.lines.filter(({ level }) => level === "warn")).toHaveLength(1);
  await db.prisma.subscription.update(end);
  expect(await anonymiseDeletedAccounts(ctx)).toBe(1);
});

test("of an account that is not there, no deletion is known", async () => {
  expect(await findDeletion(db, randomUUID())).toBeNull();
});
