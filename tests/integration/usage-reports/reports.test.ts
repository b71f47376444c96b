import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { exportEntries, getBalance, grantCredits, removeCredits, spendCredits } from "@/lib/credits";
import type { Entry } from "@/lib/credits/types";
import {
  getReportSchedules,
  makeUsageReport,
  saveReportSchedules,
  sendReportNow,
  sendUsageReports,
} from "@/lib/usage-reports";
import { duePeriod } from "@/lib/usage-reports/policy";
import { openReports } from "./setup";

const { db, ctx, clock, log, createPerson, use, at, actingAs, mailsOf, sum } = await openReports();
const keysOf = async (userId: string) => (await mailsOf(userId)).map(({ key }) => key);
const origin = { ip: "203.0.113.9", userAgent: "Firefox" };

test("a month is reported once, at eight where one lives, by ten jobs at once, to who used something and may know", async () => {
  const zones = {
    "Pacific/Kiritimati": "2026-10-31T09:30:00Z",
    "Asia/Kolkata": "2026-10-31T18:15:00Z",
    "America/New_York": "2026-11-01T03:30:00Z",
    "Etc/GMT+12": "2026-11-01T11:59:00Z",
    "No/Where": "2026-10-31T23:59:59Z",
  };
  const people = new Map<string, string>();
  for (const [zone, instant] of Object.entries(zones)) {
    const { id } = await createPerson(zone);
    await use({ userId: id, at: instant });
    people.set(zone, id);
  }
  const [idle, late, gone, leaving] = [
    await createPerson(),
    await createPerson(),
    await createPerson("UTC", { suspendedAt: new Date("2026-10-30T00:00:00Z") }),
    await createPerson(),
  ];
  await db.prisma.user.update({ where: { id: leaving.id }, data: { deletionAskedAt: new Date() } });
  await use({ userId: late.id, at: "2026-11-01T00:00:00Z" });
  await use({ userId: gone.id, at: "2026-10-15T00:00:00Z" });
  await use({ userId: leaving.id, at: "2026-10-15T00:00:00Z" });

  await sum();
  const told: string[] = [];
  for (const hour of ["02:00", "02:30", "08:00", "12:59", "13:00", "19:59", "20:00"]) {
    at(`2026-11-01T${hour}:00Z`);
    const before = await db.prisma.outboxEmail.count();
    await Promise.all(Array.from({ length: hour === "08:00" ? 10 : 2 }, () => sendUsageReports(ctx)));
    told.push(`${hour} ${(await db.prisma.outboxEmail.count()) - before}`);
  }
  expect(told).toEqual(["02:00 1", "02:30 1", "08:00 1", "12:59 0", "13:00 1", "19:59 0", "20:00 1"]);
  for (const id of people.values()) expect(await keysOf(id)).toEqual([`usage-report:${id}:2026-10`]);
  for (const { id } of [idle, late, gone, leaving]) expect(await keysOf(id)).toEqual([]);
  expect(log.lines).toEqual([]);
}, 20_000);

test("the mail has the figures, the change and a link to the month, and the app says that it is there", async () => {
  const { id: userId } = await createPerson("Europe/Vienna");
  // 23:30 of 30 September and 00:30 of 1 October in Vienna.
  await use({ userId, at: "2026-09-30T21:30:00Z", subject: "text-statistics", costMilli: 4_000n });
  for (const day of ["2026-09-30T22:30:00Z", "2026-10-25T00:30:00Z", "2026-10-31T22:30:00Z"])
    await use({ userId, at: day, subject: "text-statistics", costMilli: 1_500n });
  await use({ userId, at: "2026-10-31T23:30:00Z", costMilli: 99_000n });
  await use({ userId, at: "2026-10-10T10:00:00Z", outcome: "failed" });
  await use({ userId, at: "2026-10-10T10:00:01Z", kind: "api_call", subject: "getBalance", source: "api" });
  await sum();
  await sendUsageReports(at("2026-11-02T08:00:00Z"));
  const [mail] = await mailsOf(userId);
  expect(mail?.message).toEqual({
    template: "usage-report",
    props: {
      ...{ month: "October 2026", zone: "Europe/Vienna", balance: "0 credits" },
      figures: [
        { label: "Runs", value: "4, 300% more than in September" },
        { label: "API calls", value: "1, none in September" },
        { label: "Credits used", value: "4.5, 12.5% more than in September" },
        { label: "Failed", value: "1, none in September" },
      ],
      services: [
        { label: "Text statistics", value: "4.5 credits, 3 runs" },
        { label: "API: Get balance", value: "1 call" },
        { label: "Word counter", value: "free, 1 run" },
      ],
      meters: [
        // Of the calendar in UTC: the first run of October in Vienna counted in September, the first of November here.
        { label: "Runs a month", value: "4 of 1,000 (0.4%)" },
        { label: "API calls a month", value: "1 of 5,000 (0%)" },
      ],
      usageUrl: "https://app.example/usage?from=2026-10-01&to=2026-10-31",
      pdfUrl: "https://app.example/usage/export?format=pdf&from=2026-10-01&to=2026-10-31",
    },
  });
  expect(await db.prisma.notice.findMany({ where: { userId }, select: { title: true, href: true } })).toEqual(
    [{ title: "Your report for October 2026 is ready", href: "/usage?from=2026-10-01&to=2026-10-31" }],
  );
});

test("what is switched off is not told, and never comes late; months that the clock jumped over are not reported", async () => {
  const [mailOff, bothOff] = [await createPerson(), await createPerson()];
  const off = (userId: string, channel: string) =>
    db.prisma.notificationPreference.create({
      data: { userId, kind: "monthly_report", channel, enabled: false, updatedAt: clock.now() },
    });
  await Promise.all([off(mailOff.id, "email"), off(bothOff.id, "email"), off(bothOff.id, "in_app")]);
  for (const { id } of [mailOff, bothOff])
    for (const month of ["12", "01", "02"])
      await use({ userId: id, at: `${month === "12" ? 2026 : 2027}-${month}-05T00:00:00Z` });
  at("2027-03-20T12:00:00Z");
  await sum();
  await sendUsageReports(ctx);
  await db.prisma.notificationPreference.deleteMany({});
  await sendUsageReports(ctx);
  expect([await keysOf(mailOff.id), await keysOf(bothOff.id)]).toEqual([[], []]);
  const notices = (userId: string) => db.prisma.notice.findMany({ where: { userId }, select: { key: true } });
  expect(await notices(mailOff.id)).toEqual([{ key: `usage-report:${mailOff.id}:2027-02` }]);
  expect(await notices(bothOff.id)).toEqual([]);
  const periods = await db.prisma.reportTold.findMany({ where: { userId: bothOff.id } });
  expect(periods.map(({ period }) => period.toISOString().slice(0, 10))).toEqual(["2027-02-01"]);
});

test("PostgreSQL agrees on which month is due, in every zone that somebody may live in", async () => {
  const zones = Intl.supportedValuesOf("timeZone").filter((_, index) => index % 7 === 0);
  for (const now of ["2026-11-01T07:45:00Z", "2027-03-01T12:00:00Z", "2026-12-31T23:59:59Z"]) {
    const rows = await db.sql<{ zone: string; due: string }>({
      name: "due-by-postgres",
      text: `SELECT zone, to_char(date_trunc('month', $2::timestamptz AT TIME ZONE zone - interval '8 hours')
          - interval '1 month', 'YYYY-MM-DD') AS due
        FROM unnest($1::text[]) AS asked (zone) JOIN pg_timezone_names n ON n.name = asked.zone`,
      values: [zones, new Date(now)],
    });
    expect(rows.length).toBeGreaterThan(40);
    for (const { zone, due } of rows)
      expect([zone, duePeriod("monthly", new Date(now), zone).from]).toEqual([zone, due]);
  }
});

test("credits of a range add up to the history, whatever moved them", async () => {
  const { id: userId } = await createPerson("Asia/Kolkata");
  const move = async (instant: string, work: () => Promise<unknown>) => {
    at(instant);
    await work();
  };
  const key = () => randomUUID();
  const grant =
    (kind: "subscription" | "payg", credits: bigint, expiresAt: Date | null = null) =>
    () =>
      grantCredits(ctx, { userId, kind, creditsMilli: credits, key: key(), expiresAt });
  const spend = (credits: bigint) => () => spendCredits(ctx, { userId, creditsMilli: credits, key: key() });
  await move("2026-09-10T00:00:00Z", grant("payg", 10_000n));
  // The last instant of September in Kolkata, and the first of October.
  await move("2026-09-30T18:29:59.999Z", spend(1_000n));
  await move("2026-09-30T18:30:00Z", grant("subscription", 5_000n, new Date("2026-10-20T00:00:00Z")));
  for (let day = 10; day < 19; day += 1) await move(`2026-10-${day}T00:00:00Z`, spend(100n));
  await move("2026-10-21T00:00:00Z", spend(1n));
  await move("2026-10-22T00:00:00Z", () =>
    removeCredits(ctx, { userId, creditsMilli: 2_000n, key: key(), asDebt: false }),
  );
  await move("2026-11-05T00:00:00Z", grant("payg", 7_000n));
  expect((await getBalance(ctx, userId)).totalMilli).toBe(13_999n);

  await sum();
  const october = await makeUsageReport(ctx, { userId, from: "2026-10-01", to: "2026-10-31" });
  expect(october.credits).toEqual({
    ...{ openingMilli: 9_000n, closingMilli: 6_999n, spentMilli: 901n, expiredMilli: 4_100n },
    ...{ takenBackMilli: 2_000n, forgivenMilli: 0n, cameIn: [{ kind: "subscription", milli: 5_000n }] },
  });
  expect(october).toMatchObject({ zone: "Asia/Kolkata", days: [], subjects: [] });
  const entries: Entry[] = [];
  for await (const entry of exportEntries(ctx, { userId })) entries.push(entry);
  const balanceAt = (instant: string) =>
    entries.find(({ at: when }) => when < new Date(instant))?.balanceAfterMilli ?? 0n;
  for (const day of ["2026-09-09", "2026-09-11", "2026-10-12", "2026-10-20", "2026-10-23", "2026-12-01"]) {
    const { credits } = await makeUsageReport(ctx, { userId, from: day, to: day });
    expect([day, credits.openingMilli]).toEqual([day, balanceAt(`${day}T00:00:00+05:30`)]);
    expect([day, credits.closingMilli]).toEqual([day, balanceAt(`${day}T23:59:59.999+05:30`)]);
  }
  await expect(makeUsageReport(ctx, { userId, from: "2026-10-02", to: "2026-10-01" })).rejects.toMatchObject({
    code: "usage_reports.range_invalid",
    meta: { problem: "swapped" },
  });
});

test("an admin is mailed everybody's week once, from the Monday after they asked for it, and at once when they ask", async () => {
  const [admin, other, member] = [
    await createPerson("America/New_York", { role: "admin" }),
    await createPerson(null, { role: "admin" }),
    await createPerson(),
  ];
  const mine = actingAs(admin.id);
  await expect(getReportSchedules(ctx)).rejects.toMatchObject({ code: "usage_reports.forbidden" });
  // A Wednesday; the week that ends on Sunday 16 May 2027 in New York.
  at("2027-05-12T12:00:00Z");
  for (const by of [mine, actingAs(other.id)])
    await Promise.all([1, 2].map(() => saveReportSchedules(by, { weekly: true, monthly: false, origin })));
  expect(await getReportSchedules(mine)).toMatchObject({
    ...{ zone: "America/New_York", mailed: true },
    schedules: [
      { rhythm: "weekly", enabled: true, last: null, nextAt: new Date("2027-05-17T12:00:00Z") },
      { rhythm: "monthly", enabled: false, next: { from: "2027-05-01", to: "2027-05-31" } },
    ],
  });
  await use({ userId: member.id, at: "2027-05-11T10:00:00Z", costMilli: 2_500n });
  await use({ userId: admin.id, at: "2027-05-17T03:59:00Z", outcome: "failed" });
  await use({ userId: member.id, at: "2027-05-04T10:00:00Z", costMilli: 5_000n });
  await db.prisma.quotaHit.create({
    data: {
      ...{ userId: member.id, kind: "runs_per_day", limit: 50n, hits: 3 },
      ...{ startsAt: clock.now(), firstAt: clock.now(), lastAt: clock.now() },
    },
  });
  await sum();
  await Promise.all([1, 2, 3].map(() => sendUsageReports(at("2027-05-17T11:59:59Z"))));
  expect(log.lines).toEqual([]);
  expect(await keysOf(admin.id)).toEqual([]);
  expect(await keysOf(other.id)).toEqual([`admin-usage-report:${other.id}:weekly:2027-05-10`]);
  // By a clock that was ahead for a while.
  const period = new Date("2299-12-25T00:00:00Z");
  await db.prisma.reportTold.create({
    data: { userId: admin.id, report: "weekly", period, toldAt: new Date("2300-01-01T12:00:00Z") },
  });
  await Promise.all(Array.from({ length: 10 }, () => sendUsageReports(at("2027-05-17T12:00:00Z"))));
  const [mail] = await mailsOf(admin.id);
  expect(mail?.message).toMatchObject({
    template: "admin-usage-report",
    props: {
      ...{ period: "10 May 2027 – 16 May 2027", zone: "America/New_York", why: "each week, as you chose" },
      figures: [
        { label: "People", value: "2, 100% more than the week before" },
        { label: "Runs", value: "2, 100% more than the week before" },
        { label: "API calls", value: "0" },
        { label: "Credits spent", value: "2.5, 50% less than the week before" },
        { label: "Failed", value: "1, none the week before" },
        { label: "Refused at a limit", value: "3 times, 1 person" },
      ],
      services: [{ label: "Word counter", value: "2.5 credits, 2 runs, 2 people" }],
      people: [
        { label: member.email.slice(0, 39) + "…", value: "2.5 credits, 1 run, 0 API calls" },
        { value: "free, 1 run, 0 API calls" },
      ],
      pageUrl: "https://app.example/admin/usage?from=2027-05-10&to=2027-05-16",
    },
  });
  expect((await getReportSchedules(mine)).schedules[0]).toMatchObject({
    ...{ last: "2027-05-10", next: { from: "2027-05-17", to: "2027-05-23" } },
  });

  const id = randomUUID();
  await Promise.all([1, 2].map(() => sendReportNow(mine, { id, rhythm: "monthly", origin })));
  const asked = (await mailsOf(admin.id)).at(-1)?.message;
  expect(asked).toMatchObject({
    props: { period: "April 2027", why: "because you asked for it", people: [] },
  });
  await saveReportSchedules(mine, { weekly: false, monthly: false, origin });
  await db.prisma.user.update({ where: { id: other.id }, data: { role: "member" } });
  await sendUsageReports(at("2027-06-14T18:00:00Z"));
  const keys = (await keysOf(admin.id)).filter((key) => key.startsWith("admin-"));
  expect(keys.map((key) => key.split(":")[2])).toEqual(["weekly", "asked"]);
  expect((await keysOf(other.id)).filter((key) => key.startsWith("admin-"))).toHaveLength(1);
  const acts = await db.prisma.auditEntry.findMany({ where: { actorId: admin.id }, orderBy: { seq: "asc" } });
  expect(acts.map(({ action, after }) => [action, after])).toEqual([
    ["usage_reports_scheduled", { weekly: true }],
    ["usage_report_asked", expect.objectContaining({ rhythm: "monthly" })],
    ["usage_report_asked", expect.objectContaining({ rhythm: "monthly" })],
    ["usage_reports_scheduled", { weekly: false }],
  ]);
}, 20_000);

test("one person whose report fails does not keep the others from theirs, with the limits of its month", async () => {
  const [first, second] = [await createPerson(), await createPerson("America/New_York")];
  for (const { id } of [first, second]) await use({ userId: id, at: "2027-07-05T00:00:00Z" });
  await sum();
  const broken = {
    ...ctx,
    db: {
      ...db,
      transaction: (work: Parameters<typeof db.transaction>[0]) =>
        db.transaction(async (tx) => {
          await work(tx);
          if ((await tx.prisma.reportTold.count({ where: { userId: first.id } })) > 0)
            throw new Error("gone");
        }),
    },
  } as unknown as typeof ctx;
  at("2027-08-02T12:00:00Z");
  await sendUsageReports(broken);
  expect([(await keysOf(first.id)).length, (await keysOf(second.id)).length]).toEqual([0, 1]);
  // The last instant of July in New York is in August in UTC.
  expect((await mailsOf(second.id))[0]?.message).toMatchObject({
    props: { meters: [{ label: "Runs a month", value: "1 of 1,000 (0.1%)" }] },
  });
  expect(log.lines.map(({ message }) => message)).toContain("a monthly report could not be written");
  await sendUsageReports(ctx);
  expect([(await keysOf(first.id)).length, (await keysOf(second.id)).length]).toEqual([1, 1]);
});
