import { expect, test } from "vitest";
import type { SqlValue } from "@/lib/db";
import { getQuotaMeters } from "@/lib/quotas";
import { aggregateUsage } from "@/lib/usage";
import { seedDatabase } from "@/prisma/seed/seed-database";
import { countUse } from "@/prisma/seed/usage/limits";
import { listUses } from "@/prisma/seed/usage/list-uses";
import { tellPrograms } from "@/prisma/seed/usage/programs";
import { tellTopUps } from "@/prisma/seed/usage/top-ups";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { createTestDatabase } from "@/tests/setup/test-database";
import { tellCompany } from "./support/seeded-company";

const now = new Date("2026-11-22T09:30:00Z");
const db = await createTestDatabase();
const ctx = { db, clock: fixedClock(now), systemClock: fixedClock(now) };
await seedDatabase(db, now);

const ask = <Row extends object>(text: string, ...values: SqlValue[]) =>
  db.sql<Row>({ name: `seed-test ${text.length} ${text.slice(0, 40)}`, text, values });

async function meterOf(name: string, kind: string) {
  const where = { email: `${name}@quickscale.local` };
  const { id } = await db.prisma.user.findUniqueOrThrow({ where, select: { id: true } });
  const meter = (await getQuotaMeters(ctx, id)).find((one) => one.kind === kind)!;
  return { ...meter, share: meter.limit ? Number(meter.used) / Number(meter.limit) : 0 };
}

test("each run has its record, and each run by API the call that made it", async () => {
  const differences = await ask(
    `SELECT r.id FROM service_runs r FULL JOIN (SELECT * FROM usage_records WHERE kind = 'run') u
        ON u.id = r.id AND u.user_id = r.user_id AND u.at = r.created_at AND u.subject = r.service_slug
          AND u.source = r.source AND u.outcome::text = r.status::text AND u.cost_milli = r.charged_milli
          AND u.subscription_milli = r.subscription_milli AND u.payg_milli = r.payg_milli
          AND u.duration_ms IS NOT DISTINCT FROM r.duration_ms
      WHERE r.id IS NULL OR u.id IS NULL`,
  );
  expect(differences).toEqual([]);
  const unmade = await ask(
    `SELECT FROM service_runs r WHERE source = 'api' AND NOT EXISTS (SELECT FROM usage_records u
      WHERE u.user_id = r.user_id AND u.subject = 'runService' AND u.duration_ms > r.duration_ms
        AND u.at BETWEEN r.created_at - interval '10 ms' AND r.created_at)`,
  );
  expect(unmade).toEqual([]);
  const keyless = await ask(
    `SELECT FROM usage_records u WHERE kind = 'api_call' AND NOT EXISTS (SELECT FROM api_keys k
      WHERE k.id = u.api_key_id AND k.user_id = u.user_id AND u.at BETWEEN k.created_at AND k.last_used_at)`,
  );
  expect(keyless).toEqual([]);
  const [counts] = await ask<{ calls: number; callers: number; waiting: number; future: number }>(
    `SELECT count(*) FILTER (WHERE kind = 'api_call')::int AS calls, count(*) FILTER (WHERE at > $1::timestamptz)::int AS future,
        count(DISTINCT user_id) FILTER (WHERE kind = 'api_call')::int AS callers,
        (SELECT count(*)::int FROM usage_months.rest) AS waiting FROM usage_records`,
    now,
  );
  expect(counts).toMatchObject({ future: 0, waiting: 0, callers: 8 });
  expect(counts?.calls).toBeGreaterThan(5_000);
});

test("sums by hour and day are what the job makes of the records, in everybody's zone", async () => {
  const all = async () => [
    await ask("SELECT * FROM usage_zones ORDER BY 1"),
    await ask("SELECT * FROM usage_hours ORDER BY 1, 2, 3, 4, 5"),
    await ask("SELECT * FROM usage_days ORDER BY 1, 2, 3, 4, 5"),
  ];
  const seeded = await all();
  expect(await db.prisma.usageMark.count()).toBe(0);
  await ask(
    `INSERT INTO usage_marks (user_id, hour) SELECT DISTINCT user_id, date_trunc('hour', at, 'UTC')
      FROM usage_records WHERE at > $1::timestamptz - interval '5 days'`,
    now,
  );
  expect((await aggregateUsage(ctx)).hours).toBeGreaterThan(200);
  expect(await all()).toEqual(seeded);
  for (const rows of seeded.slice(1)) expect(rows.length).toBeGreaterThan(2_000);
});

test("counters of the windows of now say what the records say, nobody is above a limit, some were stopped at one", async () => {
  const differences = await ask(
    `SELECT * FROM quota_counters c FULL JOIN (
        SELECT user_id, (CASE kind WHEN 'run' THEN 'runs_per_' ELSE 'api_calls_per_' END) || span AS kind,
          date_trunc(span, $1::timestamptz, 'UTC') AS starts_at, count(*) AS used
        FROM usage_records, unnest(ARRAY['minute', 'day', 'month']) AS span
        WHERE at >= date_trunc(span, $1::timestamptz, 'UTC') AND (kind, span) NOT IN (('run', 'minute'), ('api_call', 'day'))
        GROUP BY 1, 2, 3) r USING (user_id, kind, starts_at, used)
      WHERE c.user_id IS NULL OR r.user_id IS NULL`,
    now,
  );
  expect(differences).toEqual([]);
  for (const { id } of await db.prisma.user.findMany({ select: { id: true } }))
    for (const { used, limit } of await getQuotaMeters(ctx, id)) expect(used <= (limit ?? used)).toBe(true);
  for (const { userId, kind, startsAt, limit, hits } of await db.prisma.quotaHit.findMany()) {
    const span = kind === "runs_per_day" ? "day" : "minute";
    const [full] = await ask<{ used: bigint }>(
      `SELECT count(*) AS used FROM usage_records WHERE user_id = $1::uuid AND at >= $2::timestamptz
        AND at < $2::timestamptz + ('1 ' || $3)::interval AND kind = $4::usage_kind`,
      ...[userId, startsAt, span, kind === "runs_per_day" ? "run" : "api_call"],
    );
    expect({ kind, used: full?.used, stopped: hits > 0 }).toEqual({ kind, used: limit, stopped: true });
  }
  expect(await db.prisma.quotaHit.count()).toBe(3);
});

test("Ben is near his day's limit and was told so; Ada's plan leaves her nearly all", async () => {
  expect((await meterOf("ben", "runs_per_day")).share).toBeCloseTo(0.86);
  expect((await meterOf("ben", "runs_per_month")).share).toBeGreaterThan(0.4);
  const adas = await meterOf("ada", "runs_per_month");
  expect({ from: adas.from, limit: adas.limit }).toEqual({ from: "plan", limit: 20_000n });
  expect(adas.used).toBeGreaterThan(20n);
  expect(adas.share).toBeLessThan(0.05);
  const alerts = await db.prisma.quotaAlert.findMany({
    where: { kind: "runs_per_day", startsAt: new Date("2026-11-22") },
    orderBy: { percent: "asc" },
  });
  expect(alerts.map(({ percent, used, limit }) => [percent, used, limit])).toEqual([
    [50, 25n, 50n],
    [80, 40n, 50n],
  ]);
  expect(await db.prisma.quotaAlert.count({ where: { percent: 100 } })).toBe(1);
});

test("a spike has the calls that it tells of, and everybody's inbox what happened lately, once and in words", async () => {
  const spikes = await db.prisma.usageSpike.findMany();
  expect(spikes).toHaveLength(2);
  for (const { userId, endsAt, calls, usualCalls } of spikes) {
    const at = { gte: new Date(endsAt.getTime() - 86_400_000), lt: endsAt };
    expect(
      await db.prisma.usageRecord.count({
        where: { userId, at, kind: "api_call" },
      }),
    ).toBe(Number(calls));
    expect(Number(calls)).toBeGreaterThan(Math.max(500, 3 * Number(usualCalls)));
  }
  const notices = await db.prisma.notice.findMany({ orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  const alerts = await db.prisma.quotaAlert.count();
  expect(notices.filter(({ kind }) => kind === "usage_alerts")).toHaveLength(alerts + 2);
  expect(new Set(notices.map(({ kind }) => kind))).toEqual(new Set(["usage_alerts", "receipts", "disputes"]));
  const ids = notices.map(({ id }) => id);
  expect(ids).toEqual([...ids].sort());
  for (const { title, body, href, createdAt } of notices) {
    expect(`${title} ${body} ${href}`).not.toMatch(/undefined|null|NaN|https?:/);
    expect(createdAt <= now).toBe(true);
  }
  const bens = notices.filter(({ title }) => title === "You have used 80% of your runs today");
  expect(bens.at(-1)).toMatchObject({ readAt: null, href: "/usage" });
  expect(bens.at(-1)?.createdAt.toISOString()).toContain("2026-11-22T");
  expect(bens.at(-1)?.body).toMatch(/^40 of 50\. With Basic your limit is 1,000\.$/);
});

test("credits are topped up for two people, of whom one needed it: few were left, and a pack was bought", async () => {
  const settings = await db.prisma.autoTopUp.findMany({ include: { user: { select: { email: true } } } });
  expect(settings.map(({ enabled }) => enabled)).toEqual([true, true]);
  expect(settings.map(({ user }) => user.email)).toContain("ada@quickscale.local");
  for (const { userId, thresholdMilli } of settings) {
    const account = await db.prisma.creditAccount.findUniqueOrThrow({ where: { userId } });
    expect(account).toMatchObject({ topUpMilli: thresholdMilli, lowMilli: 20_000n });
    expect(account.balanceMilli >= thresholdMilli).toBe(true);
  }
  const [topUp, ...more] = await db.prisma.topUp.findMany({
    include: { checkout: { include: { payments: true } } },
  });
  expect(more).toEqual([]);
  const { userId, episode, checkout, stripePaymentIntentId } = topUp!;
  expect(checkout).toMatchObject({
    status: "completed",
    payments: [{ stripePaymentIntentId, status: "succeeded" }],
  });
  const lot = await db.prisma.creditLot.findUniqueOrThrow({
    where: { userId_no: { userId, no: episode + 1 } },
  });
  expect(lot.sourceKey).toBe(`pi:${stripePaymentIntentId}`);
  const [granted] = await db.prisma.creditEntry.findMany({
    where: { userId, reason: "grant", touched: { has: BigInt(lot.no) } },
  });
  const threshold = settings.find((one) => one.userId === userId)?.thresholdMilli ?? 0n;
  expect(granted!.balanceAfterMilli - granted!.deltaMilli < threshold).toBe(true);
});

test("weekdays show in what people use, up to today", async () => {
  for (const name of ["ada", "ben"]) {
    const rows = await ask<{ day: number; runs: number; days: number }>(
      `SELECT extract(isodow FROM at AT TIME ZONE 'UTC')::int AS day, count(*)::int AS runs,
          count(DISTINCT at::date)::int AS days
        FROM usage_records JOIN users ON users.id = user_id
        WHERE email = $1 AND at > $2::timestamptz - interval '21 days' AND at < date_trunc('day', $2::timestamptz, 'UTC')
        GROUP BY 1`,
      `${name}@quickscale.local`,
      now,
    );
    const of = (weekend: boolean) =>
      rows.filter(({ day }) => day > 5 === weekend).reduce((sum, { runs }) => sum + runs, 0);
    expect(of(false), name).toBeGreaterThan(5 * of(true));
    expect(rows.filter(({ day }) => day < 6)).toHaveLength(5);
  }
});

test.each(["2026-11-23T00:00:00Z", "2026-12-01T00:20:00Z", "2027-08-14T08:02:00Z", "2028-02-29T23:59:59Z"])(
  "use told at %s is of the past, within limits, and near one for Ben once the day has begun",
  (at) => {
    const then = new Date(at);
    const { books, accounts } = tellCompany(then);
    tellPrograms(books);
    tellTopUps(books, accounts);
    const { counters, alerts } = countUse(books, listUses(books));
    for (const call of books.apiCalls) expect(call.at <= then).toBe(true);
    for (const { firstAt, lastAt } of books.hits) expect(new Date(firstAt) < new Date(lastAt)).toBe(true);
    for (const { used, limit } of alerts) expect(BigInt(used) <= BigInt(limit)).toBe(true);
    expect(new Set(books.apiCalls.map(({ userId }) => userId)).size).toBe(8);
    expect(books.spikes).toHaveLength(2);
    for (const { calls } of books.spikes) expect(Number(calls)).toBeGreaterThanOrEqual(500);
    expect(books.autoTopUps.length).toBeGreaterThan(0);
    const ben = books.users.find(({ email }) => email.startsWith("ben@"))?.id;
    const day = counters.find(({ userId, kind }) => userId === ben && kind === "runs_per_day");
    expect(day?.used).toBe(at.includes("T00:00:00") ? undefined : 43n);
  },
);
