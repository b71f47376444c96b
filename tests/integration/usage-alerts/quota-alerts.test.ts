import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { saveNotificationPreferences } from "@/lib/notification-preferences";
import { planQuotas, type QuotaKind } from "@/lib/quotas/types";
import { tellQuotaAlert } from "@/lib/usage-alerts";
import { createQuotaOverride } from "@/tests/factories/quota";
import { createUser } from "@/tests/factories/user";
import { createTestDatabase } from "@/tests/setup/test-database";
import { createAlertsWorld, dayMs, start } from "./setup";

const db = await createTestDatabase();
const { ctx, clock, twentyTimes, told, countTold, whileBroken, suspend } = createAlertsWorld(db);
const month = new Date("2026-03-01T00:00:00Z");

interface Raised {
  userId: string;
  kind?: QuotaKind;
  percent?: number;
  limit?: bigint;
  startsAt?: Date;
}

async function raise({ userId, kind = "runs_per_month", percent = 80, ...over }: Raised): Promise<string> {
  const { limit = planQuotas.free[kind] ?? 0n, startsAt = month } = over;
  const used = (limit * BigInt(percent)) / 100n;
  const data = { userId, kind, percent, limit, startsAt, used, raisedAt: start };
  return (await db.prisma.quotaAlert.create({ data, select: { id: true } })).id;
}
const tell = (alertId: string) => tellQuotaAlert(ctx, { alertId });

test("each share of a limit is told once by mail and in the app, though twenty workers tell it, with what is next", async () => {
  const { id: userId } = await createUser(db);
  const near = await raise({ userId });
  await twentyTimes(() => tell(near));
  const full = await raise({ userId, percent: 100 });
  await twentyTimes(() => tell(full));
  const { mails, notices } = await told(userId);
  const next = { planName: "Basic", limit: "20,000", credits: "1,000" };
  expect(mails).toMatchObject([
    {
      template: "quota-reached",
      props: { used: "1,000", limit: "1,000", resetsAt: "1 Apr 2026, 00:00 UTC", next },
    },
    { template: "quota-near", props: { percent: "80%", used: "800", planName: "Free", next } },
  ]);
  expect(notices).toMatchObject([
    { title: "You have used all your runs this month", href: "/usage" },
    {
      title: "You have used 80% of your runs this month",
      body: expect.stringContaining("With Basic") as string,
    },
  ]);
});

test("who dies between the mail and the notice has told neither, and the next run tells both", async () => {
  const { id: userId } = await createUser(db);
  const alertId = await raise({ userId });
  for (const table of ["notices", "outbox_emails"] as const)
    expect(await whileBroken(table, () => tell(alertId))).toBe("died");
  expect(await countTold(userId)).toEqual([0, 0]);
  await tell(alertId);
  expect(await countTold(userId)).toEqual([1, 1]);
});

test("nothing is told of a limit that went up, of a month that is over, of a share that was passed, or of what no release knows", async () => {
  const { id: userId } = await createUser(db);
  const outdone = await raise({ userId });
  await createQuotaOverride(db, { userId, kind: "runs_per_month", limit: 5_000n });
  await tell(outdone);
  const fifty = await raise({ userId, percent: 50, limit: 5_000n });
  const eighty = await raise({ userId, percent: 80, limit: 5_000n });
  await tell(fifty);
  expect(await countTold(userId)).toEqual([0, 0]);
  clock.set(new Date("2026-04-01T00:00:00Z"));
  await tell(eighty);
  clock.set(start);
  await tell(randomUUID());
  const unknown = await raise({ userId, percent: 50 });
  await db.prisma.quotaAlert.update({ where: { id: unknown }, data: { kind: "pigeons_per_day" } });
  await tell(unknown);
  await tell(await raise({ userId, kind: "upload_bytes" }));
  expect(await countTold(userId)).toEqual([0, 0]);
  await tell(eighty);
  expect(await countTold(userId), "it is the limit that counts, in its month").toEqual([1, 1]);
});

test("the override of a second ago counts no more: what was raised under it is not told, what the plan says is", async () => {
  const { id: userId } = await createUser(db);
  const endsAt = new Date(start.getTime() - 1_000);
  await createQuotaOverride(db, { userId, kind: "runs_per_month", limit: 10n, endsAt });
  await tell(await raise({ userId, limit: 10n, percent: 100 }));
  expect(await countTold(userId)).toEqual([0, 0]);
  await tell(await raise({ userId, percent: 50 }));
  expect(await countTold(userId)).toEqual([1, 1]);
});

test("each channel is asked for itself; who is suspended or gone hears nothing; a choice of a kind that is no more changes nothing", async () => {
  const [ada, bob, gone] = [await createUser(db), await createUser(db), await createUser(db)];
  const off = (userId: string, channel: "email" | "in_app") =>
    saveNotificationPreferences(ctx, {
      userId,
      choices: [{ kind: "usage_alerts", channel, enabled: false }],
    });
  await off(ada.id, "email");
  await off(bob.id, "in_app");
  await db.prisma.notificationPreference.create({
    data: { userId: ada.id, kind: "quota_pigeons", channel: "in_app", enabled: false, updatedAt: start },
  });
  for (const { id: userId } of [ada, bob]) await tell(await raise({ userId }));
  expect([await countTold(ada.id), await countTold(bob.id)]).toEqual([
    [0, 1],
    [1, 0],
  ]);
  await suspend(gone.id);
  const alertId = await raise({ userId: gone.id });
  await tell(alertId);
  const data = { suspendedAt: null, anonymisedAt: start };
  await db.prisma.user.update({ where: { id: gone.id }, data });
  await tell(alertId);
  expect(await countTold(gone.id)).toEqual([0, 0]);
});

test("every kind has words in its unit and its rhythm, in the reader's own time", async () => {
  const { id: userId } = await createUser(db);
  await db.prisma.user.update({ where: { id: userId }, data: { timeZone: "Asia/Tokyo" } });
  const today = new Date("2026-03-15T00:00:00Z");
  await tell(await raise({ userId, kind: "runs_per_day", startsAt: today }));
  await tell(await raise({ userId, kind: "api_calls_per_month" }));
  await tell(await raise({ userId, kind: "projects", startsAt: new Date(0), percent: 100 }));
  await createQuotaOverride(db, { userId, kind: "storage_bytes", limit: 300n * 1024n ** 3n });
  const limit = 300n * 1024n ** 3n;
  await tell(await raise({ userId, kind: "storage_bytes", startsAt: new Date(0), percent: 50, limit }));
  const { mails } = await told(userId);
  expect(mails.map(({ props }) => props)).toMatchObject([
    { what: "storage", used: "150 GiB", limit: "300 GiB", resetsAt: null, next: null },
    { what: "projects", rhythm: "for each limit", next: { limit: "20" } },
    { what: "API calls this month", rhythm: "a month for each limit" },
    { what: "runs today", rhythm: "a day for each limit", resetsAt: "16 Mar 2026, 09:00 GMT+9" },
  ]);
  clock.advance(dayMs);
  await tell(await raise({ userId, kind: "runs_per_day", startsAt: today, percent: 100 }));
  clock.set(start);
  expect(await countTold(userId), "that day is over").toEqual([4, 4]);
});
