import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Db } from "@/lib/db";
import { aggregateUsage, beginUsage, forgetUsage, getUsage, getUseAllowance } from "@/lib/usage";
import { insertUse } from "@/lib/usage/repository";
import type { UsageDay, UsageQuestion } from "@/lib/usage/types";
import { createQuotaOverride } from "@/tests/factories/quota";
import { createUser } from "@/tests/factories/user";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { createTestDatabase } from "@/tests/setup/test-database";

const db = await createTestDatabase();
const clock = fixedClock(new Date("2028-03-12T12:00:00Z"));
const systemClock = fixedClock(new Date("2028-03-12T12:00:00Z"));
const ctx = { db, clock, systemClock };

interface Use {
  at: Date;
  subject: string;
  source: "web" | "api";
  outcome: "started" | "succeeded" | "failed" | "timed_out" | "refused";
  costMilli: bigint;
}

async function use(userId: string, { at, subject, source, outcome, costMilli }: Use): Promise<void> {
  const id = randomUUID();
  await beginUsage(db, { userId, at, id, kind: source === "web" ? "run" : "api_call", subject, source });
  if (outcome === "started") return;
  await db.sql({
    name: "end-with-cost",
    text: `SELECT end_usage($1::uuid, $2::timestamptz, $3::uuid, $4::usage_outcome, $5::bigint, $5::bigint, 0, 5) AS ended`,
    values: [userId, at, id, outcome, costMilli],
  });
}

/** The day of an instant somewhere, by another library than PostgreSQL's. */
const dayIn = (zone: string, at: Date) => new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(at);

function sumByHand(uses: readonly Use[], zone: string, asked: Omit<UsageQuestion, "userId">) {
  const days = new Map<string, UsageDay>();
  for (const { at, subject, source, outcome, costMilli } of uses) {
    const [day, kind] = [dayIn(zone, at), source === "web" ? ("run" as const) : ("api_call" as const)];
    if (day < asked.from || day > asked.to) continue;
    if ((asked.kind ?? kind) !== kind || (asked.subject ?? subject) !== subject) continue;
    const key = `${day} ${kind} ${subject}`;
    const none = { events: 0, succeeded: 0, failed: 0, costMilli: 0n, paygMilli: 0n };
    const sums = days.get(key) ?? {
      ...{ day, kind, subject, source, ...none, subscriptionMilli: 0n, durationMs: 0n },
    };
    sums.events += 1;
    if (outcome === "succeeded") sums.succeeded += 1;
    else if (outcome !== "started") sums.failed += 1;
    if (outcome !== "started") {
      sums.costMilli += costMilli;
      sums.subscriptionMilli += costMilli;
      sums.durationMs += 5n;
    }
    days.set(key, sums);
  }
  return [...days.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sums]) => sums);
}

const zones = ["UTC", "America/New_York", "Asia/Kathmandu", "Pacific/Kiritimati", "Etc/GMT+12", "No/Where"];
/** Few hours, most of them where a day ends in one of the zones, on and around the day on which New York moves its clocks. */
const instant = fc
  .record({
    day: fc.constantFrom("2028-03-11", "2028-03-12"),
    hour: fc.constantFrom("00", "04", "05", "10", "12", "18", "18"),
    minute: fc.constantFrom("00", "14", "15", "59"),
  })
  .map(({ day, hour, minute }) => new Date(`${day}T${hour}:${minute}:59.999Z`));
const happening = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      ...{ at: instant, subject: fc.constantFrom("a", "b") },
      source: fc.constantFrom("web" as const, "api" as const),
      outcome: fc.constantFrom("started" as const, "succeeded", "failed", "timed_out", "refused"),
      costMilli: fc.bigInt({ min: 0n, max: 9_999n }),
    }),
  },
  { weight: 2, arbitrary: fc.constant("sum" as const) },
  { weight: 1, arbitrary: fc.constantFrom(...zones) },
);
const question = fc.record(
  {
    kind: fc.constantFrom("run" as const, "api_call"),
    subject: fc.constantFrom("a", "b", "c"),
  },
  { requiredKeys: [] },
);

test("days are those of the person's zone and exact at every moment, in whatever order uses, sums and moves come", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...zones, "Asia/Kathmandu"),
      fc.array(happening, { minLength: 10, maxLength: 20 }),
      question,
      async (home, happenings, filters) => {
        const { id: userId } = await createUser(db);
        for (const kind of ["runs_per_day", "api_calls_per_minute"] as const)
          await createQuotaOverride(db, { userId, kind, limit: 1_000n });
        const uses: Use[] = [];
        let zone = "UTC";
        for (const what of [home, "sum" as const, ...happenings, "sum" as const]) {
          if (what === "sum") await aggregateUsage(ctx);
          else if (typeof what === "string")
            await db.prisma.user.update({ where: { id: userId }, data: { timeZone: what } });
          else {
            await use(userId, what);
            uses.push(what);
          }
          const asked = { from: "2028-03-01", to: "2028-03-12", ...filters };
          const usage = await getUsage(ctx, { userId, ...asked });
          if (what === "sum") {
            const { timeZone } = await db.prisma.user.findUniqueOrThrow({ where: { id: userId } });
            zone = timeZone === null || timeZone === "No/Where" ? "UTC" : timeZone;
          }
          expect(usage.zone).toBe(zone);
          expect(usage.today).toBe(dayIn(zone, clock.now()));
          expect(usage.days).toEqual(sumByHand(uses, zone, asked));
        }
        expect(await db.prisma.usageMark.count({ where: { userId } })).toBe(0);
        const { _sum } = await db.prisma.usageHour.aggregate({ where: { userId }, _sum: { events: true } });
        expect(_sum.events ?? 0).toBe(uses.length);
      },
    ),
    { numRuns: 9 },
  );
}, 30_000);

test("several jobs at once, while uses go on, lose and double nothing", async () => {
  const { id: userId } = await createUser(db);
  await createQuotaOverride(db, { userId, kind: "runs_per_day", limit: 1_000n });
  const at = clock.now();
  const ask = () => getUsage(ctx, { userId, from: "2028-03-01", to: "2028-03-31" });
  const seen: number[] = [];
  await aggregateUsage(ctx);
  const spend = async () => {
    for (let index = 0; index < 20; index += 1)
      await use(userId, { at, subject: "a", source: "web", outcome: "succeeded", costMilli: 1n });
  };
  const watch = async () => {
    for (let index = 0; index < 30; index += 1) seen.push((await ask()).days[0]?.succeeded ?? 0);
  };
  const sum = async () => {
    for (let index = 0; index < 5; index += 1) await aggregateUsage(ctx);
  };
  await Promise.all([spend(), spend(), sum(), sum(), watch()]);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  await aggregateUsage(ctx);
  expect((await ask()).days).toMatchObject([{ events: 40, succeeded: 40, costMilli: 40n }]);
  expect(await db.prisma.usageDay.findMany({ where: { userId } })).toMatchObject([{ events: 40 }]);
});

test("a use that is not committed yet when the job begins is summed by it", async () => {
  const { id: userId } = await createUser(db);
  const at = clock.now();
  const begin = async (tx: Db) => {
    const use = { userId, at, id: randomUUID(), kind: "run", subject: "a", source: "web" } as const;
    await insertUse(tx, { use, allowance: await getUseAllowance(tx, use) });
  };
  await begin(db);
  let job: Promise<unknown> = Promise.resolve();
  await db.transaction(async (tx) => {
    await begin(tx);
    job = aggregateUsage(ctx);
    await setTimeout(150);
  });
  await job;
  expect(await db.prisma.usageDay.findMany({ where: { userId } })).toMatchObject([{ events: 2 }]);
});

test("each month has its table, made before it is needed or filled when it is late", async () => {
  const tables = async () => {
    const rows = await db.sql<{ name: string }>({
      name: "list-months",
      text: "SELECT relname AS name FROM pg_class WHERE relnamespace = 'usage_months'::regnamespace AND relkind = 'r'",
      values: [],
    });
    return rows.map(({ name }) => name);
  };
  const inRest = async () => {
    const [row] = await db.sql<{ count: bigint }>({
      ...{ name: "count-rest", text: "SELECT count(*) FROM usage_months.rest", values: [] },
    });
    return Number(row?.count);
  };
  const { id: userId } = await createUser(db);
  const once = { subject: "a", source: "web", outcome: "succeeded", costMilli: 1n } as const;
  await use((await createUser(db)).id, { ...once, at: new Date("2028-10-01T00:00:00Z") });
  await use(userId, { ...once, at: new Date("2029-07-01T00:00:00Z") });
  expect(await inRest()).toBe(2);
  clock.set(new Date("2029-07-02T00:00:00Z"));
  await Promise.all([aggregateUsage(ctx), aggregateUsage(ctx)]);
  expect(await inRest()).toBe(0);
  expect(await tables()).toEqual(expect.arrayContaining(["m202810", "m202907", "m202908", "m202909"]));
  expect(await tables()).not.toContain("m202906");
  expect(await getUsage(ctx, { userId, from: "2029-07-01", to: "2029-07-01" })).toMatchObject({
    ...{ firstDay: "2029-07-01", days: [{ day: "2029-07-01", events: 1 }] },
  });

  systemClock.set(new Date("2030-08-31T23:59:59Z"));
  await forgetUsage(ctx);
  expect(await tables()).toContain("m202907");
  systemClock.set(new Date("2030-09-01T00:00:00Z"));
  // A backup reads, and keeps neither uses nor, for long, the job waiting.
  await db.transaction(async (backup) => {
    await backup.prisma.usageRecord.count();
    const [forgetting] = await Promise.allSettled([
      forgetUsage(ctx),
      setTimeout(100).then(() => use(userId, { ...once, at: clock.now() })),
    ]);
    expect(forgetting).toMatchObject({ status: "rejected" });
  });
  expect(await forgetUsage(ctx)).toBeGreaterThan(0);
  expect(await tables()).not.toContain("m202907");
  await use(userId, { ...once, at: new Date("2029-07-01T00:00:00Z") });
  await aggregateUsage(ctx);
  expect((await getUsage(ctx, { userId, from: "2029-07-01", to: "2029-07-01" })).days).toMatchObject([
    { events: 1 },
  ]);
  expect(await db.prisma.usageHour.count({ where: { userId } })).toBe(0);
});
