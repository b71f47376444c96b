import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { getBalance } from "@/lib/credits";
import { findEntitlement, getQuotaMeters } from "@/lib/quotas";
import type { QuotaKind } from "@/lib/quotas/types";
import { executeRun } from "@/lib/services/execute-run";
import { getActiveService } from "@/lib/services/find-service";
import { services } from "@/lib/services/registry";
import { beginUsage, endUsage, getUseAllowance } from "@/lib/usage";
import { insertUse } from "@/lib/usage/repository";
import { createQuotaOverride } from "@/tests/factories/quota";
import { createServicesWorld } from "../services/setup";

const { ctx, clock, createMember } = await createServicesWorld();
const { db } = ctx;
const day = 86_400_000;

const limitTo = (userId: string, limit: bigint, kind: QuotaKind = "runs_per_day") =>
  createQuotaOverride(db, { userId, kind, limit, startsAt: new Date("2020-01-01T00:00:00Z") });

const run = (userId: string, slug = "word-counter", text = "two words") =>
  executeRun(ctx, getActiveService(services, slug), {
    ...{ userId, key: randomUUID(), source: "web", input: { text } },
  });

const call = (userId: string, id: string = randomUUID()) =>
  beginUsage(db, { userId, at: clock.now(), id, kind: "api_call", subject: "getBalance", source: "api" });

const meterOf = async (userId: string, kind: QuotaKind = "runs_per_day") =>
  (await getQuotaMeters(ctx, userId)).find((meter) => meter.kind === kind);

async function factsOf(userId: string) {
  const [records, runs, counters, alerts, hits] = await Promise.all([
    db.prisma.usageRecord.findMany({ where: { userId }, orderBy: { at: "asc" } }),
    db.prisma.serviceRun.count({ where: { userId } }),
    db.prisma.quotaCounter.findMany({ where: { userId }, orderBy: [{ kind: "asc" }, { startsAt: "asc" }] }),
    db.prisma.quotaAlert.findMany({ where: { userId }, orderBy: { percent: "asc" } }),
    db.prisma.quotaHit.findMany({ where: { userId } }),
  ]);
  return { records, runs, counters, alerts, hits };
}

const alertJobs = async () => {
  const [row] = await db.sql<{ count: bigint }>({
    name: "count-alert-jobs",
    text: "SELECT count(*) FROM graphile_worker.jobs WHERE task_identifier = 'tell-quota-alert'",
    values: [],
  });
  return Number(row?.count);
};

const refusal = (kind: QuotaKind, limit: number, used = limit) => ({
  code: "quotas.exceeded",
  meta: { kind, limit, used },
});

test("of 200 runs at once at a limit of 100 exactly 100 pass: counted, recorded and told of once each", async () => {
  const userId = await createMember();
  await limitTo(userId, 100n);
  const jobsBefore = await alertJobs();
  const runs = await Promise.allSettled(Array.from({ length: 200 }, () => run(userId)));
  const refused = runs.filter(({ status }) => status === "rejected");
  expect(refused).toHaveLength(100);
  expect(refused[0]).toMatchObject({ reason: refusal("runs_per_day", 100) });
  const facts = await factsOf(userId);
  expect(facts).toMatchObject({ runs: 100, hits: [{ kind: "runs_per_day", hits: 100, limit: 100n }] });
  expect(facts.records).toHaveLength(100);
  expect(new Set(facts.records.map(({ outcome }) => outcome))).toEqual(new Set(["succeeded"]));
  expect(facts.counters).toMatchObject([
    { kind: "runs_per_day", used: 100n },
    { kind: "runs_per_month", used: 100n },
  ]);
  expect(facts.alerts.map(({ percent, used }) => [percent, used])).toEqual([
    [50, 50n],
    [80, 80n],
    [100, 100n],
  ]);
  expect((await alertJobs()) - jobsBefore).toBe(3);
}, 20_000);

test("of 200 calls at once exactly as many pass as the plan allows in a minute, and as many in the next", async () => {
  const userId = await createMember();
  for (const minute of [0, 1]) {
    clock.advance(minute * 60_000);
    const calls = await Promise.allSettled(Array.from({ length: 200 }, () => call(userId)));
    expect(calls.filter(({ status }) => status === "fulfilled")).toHaveLength(60);
  }
  expect(await meterOf(userId, "api_calls_per_month")).toMatchObject({ used: 120n, limit: 5_000n });
});

test("uses that go together are judged each by itself, and one that cannot be written keeps no other from it", async () => {
  const people = [await createMember(), await createMember(), await createMember()];
  await limitTo(people[1] ?? "", 0n, "api_calls_per_minute");
  const [taken, ...fresh] = Array.from({ length: 30 }, () => randomUUID());
  await call(people[0] ?? "", taken);
  const asked = [...fresh, taken].map((id, index) => call(people[index % 3] ?? "", id));
  const calls = await Promise.allSettled([...asked, call(people[0] ?? "", taken)]);
  const told = calls.map((one) =>
    one.status === "fulfilled" ? "passed" : (one.reason as { code: string }).code,
  );
  expect(told.slice(0, 29)).toEqual(
    fresh.map((_, index) => (index % 3 === 1 ? "quotas.exceeded" : "passed")),
  );
  expect(told.slice(29)).toEqual(["passed", "23505"]);
  expect(await meterOf(people[0] ?? "", "api_calls_per_month")).toMatchObject({ used: 11n });
  expect((await factsOf(people[0] ?? "")).records).toHaveLength(11);
  expect((await factsOf(people[2] ?? "")).records).toHaveLength(10);

  const userId = await createMember();
  const [at, subject, source] = [clock.now(), "word-counter", "api"] as const;
  const runOnly = () => beginUsage(db, { userId, at, id: randomUUID(), kind: "run", subject, source });
  await Promise.all(Array.from({ length: 24 }, (_, index) => (index % 3 === 0 ? runOnly() : call(userId))));
  expect([await meterOf(userId), await meterOf(userId, "api_calls_per_month")]).toMatchObject([
    { used: 8n },
    { used: 16n },
  ]);
});

test("what one limit refuses is counted against none, and raises no alert of another", async () => {
  const userId = await createMember();
  await limitTo(userId, 2n, "runs_per_day");
  await limitTo(userId, 1n, "runs_per_month");
  await run(userId);
  await expect(run(userId)).rejects.toMatchObject(refusal("runs_per_month", 1));
  expect(await meterOf(userId)).toMatchObject({ used: 1n, limit: 2n });
  const { alerts, records } = await factsOf(userId);
  expect(records).toHaveLength(1);
  expect(alerts.map(({ kind, percent }) => `${kind} ${percent}`).sort()).toEqual([
    "runs_per_day 50",
    "runs_per_month 100",
  ]);
});

test("a run that cannot be paid, or whose key was used, is neither counted nor recorded", async () => {
  const userId = await createMember({ payg: 1 });
  const key = randomUUID();
  const again = () =>
    executeRun(ctx, getActiveService(services, "word-counter"), {
      ...{ userId, key, source: "web" as const, input: { text: "again" } },
    });
  await Promise.all([again(), again(), again()]);
  await expect(run(userId, "text-statistics", "long ".repeat(1_000))).rejects.toMatchObject({
    code: "credits.insufficient",
  });
  const { records, counters } = await factsOf(userId);
  expect(records).toHaveLength(1);
  expect(counters.map(({ used }) => used)).toEqual([1n, 1n]);
});

test("a paid run's record says what it cost, and a refused one takes nothing", async () => {
  const userId = await createMember({ subscription: 1, payg: 5 });
  await limitTo(userId, 1n);
  await run(userId, "text-statistics", "words ".repeat(300));
  await expect(run(userId, "text-statistics")).rejects.toMatchObject(refusal("runs_per_day", 1));
  expect((await factsOf(userId)).records).toMatchObject([
    {
      ...{ kind: "run", subject: "text-statistics", source: "web", outcome: "succeeded" },
      ...{ costMilli: 2_000n, subscriptionMilli: 1_000n, paygMilli: 1_000n },
    },
  ]);
  expect(await getBalance(ctx, userId)).toMatchObject({ totalMilli: 4_000n, heldMilli: 0n });
});

test("who dies after counting leaves a record that did not end, and an end is written once", async () => {
  const userId = await createMember();
  const [at, id] = [clock.now(), randomUUID()];
  await call(userId, id);
  expect((await factsOf(userId)).records).toMatchObject([{ outcome: "started", durationMs: null }]);
  await endUsage(db, { userId, at, id, outcome: "failed", durationMs: 7 });
  await endUsage(db, { userId, at, id, outcome: "succeeded", durationMs: 9 });
  await endUsage(db, { userId, at, id: randomUUID(), outcome: "succeeded", durationMs: 9 });
  expect((await factsOf(userId)).records).toMatchObject([{ outcome: "failed", durationMs: 7 }]);
  await expect(
    db.transaction(async (tx) => {
      const use = { userId, at, id: randomUUID(), kind: "run", subject: "gone", source: "web" } as const;
      await insertUse(tx, { use, allowance: await getUseAllowance(tx, use) });
      throw new Error("died");
    }),
  ).rejects.toThrow("died");
  const { records, counters } = await factsOf(userId);
  expect(records).toHaveLength(1);
  expect(counters.every(({ kind }) => kind.startsWith("api_calls"))).toBe(true);
});

async function subscribe(userId: string, planKey: string | null, status = "active") {
  const now = clock.now();
  await db.prisma.billingCustomer.upsert({
    where: { userId },
    create: { userId, email: `${userId}@example.com` },
    update: {},
  });
  const id = randomUUID();
  await db.prisma.subscription.create({
    data: {
      ...{ id, userId, stripeSubscriptionId: id, stripeItemId: "si", stripePriceId: "price", planKey },
      ...{ planName: "A plan", interval: "month", creditsMilli: 1n, amountMinor: 1n, currency: "usd" },
      ...{ status: status as "active", startedAt: now, periodStartsAt: now, syncSeq: 1n, updatedAt: now },
      periodEndsAt: new Date(now.getTime() + 30 * day),
    },
  });
  return id;
}

test("a larger plan counts at once, in every process, and what was used stays used; so does a smaller one", async () => {
  const userId = await createMember();
  await db.prisma.quotaCounter.create({
    data: { userId, kind: "runs_per_day", startsAt: new Date("2026-03-01T00:00:00Z"), used: 49n },
  });
  clock.set(new Date("2026-03-01T12:00:00Z"));
  await run(userId);
  await expect(run(userId)).rejects.toMatchObject(refusal("runs_per_day", 50));
  const id = await subscribe(userId, "plan_basic", "past_due");
  await run(userId);
  expect(await meterOf(userId)).toMatchObject({ used: 51n, limit: 1_000n, from: "plan" });
  expect(await findEntitlement(ctx, userId)).toMatchObject({
    ...{ planKey: "plan_basic", planName: "Basic", next: { planKey: "plan_pro", creditsPerMonth: 2_500 } },
  });
  await db.prisma.subscription.update({ where: { id }, data: { status: "unpaid" } });
  await expect(run(userId)).rejects.toMatchObject(refusal("runs_per_day", 50, 51));
  const told = (await factsOf(userId)).alerts.map(({ limit, percent }) => [Number(limit), percent]);
  expect(told).toEqual([[50, 100]]);
});

test("a limit of somebody's own counts from its first instant until its last, and is replaced and ended at once", async () => {
  clock.set(new Date("2026-03-02T12:00:00Z"));
  const userId = await createMember();
  // Set by a server whose clock is ahead.
  const [startsAt, endsAt] = [new Date("2026-03-02T12:00:00.001Z"), new Date("2026-03-02T12:00:01Z")];
  await createQuotaOverride(db, { userId, kind: "runs_per_day", limit: 0n, startsAt, endsAt });
  await run(userId);
  clock.advance(1);
  await expect(run(userId)).rejects.toMatchObject(refusal("runs_per_day", 0, 1));
  expect((await factsOf(userId)).alerts).toEqual([]);
  clock.advance(998);
  await expect(run(userId)).rejects.toMatchObject(refusal("runs_per_day", 0, 1));
  clock.advance(1);
  await run(userId);
  clock.advance(-1);
  await expect(run(userId)).rejects.toMatchObject(refusal("runs_per_day", 0, 2));
  await db.prisma.quotaOverride.updateMany({ where: { userId }, data: { endedAt: clock.now() } });
  await run(userId);
  expect(await meterOf(userId)).toMatchObject({ used: 3n, limit: 50n, from: "plan" });
});

test("a plan that was given counts until it ends, and not beside one that is paid for", async () => {
  clock.set(new Date("2026-03-03T12:00:00Z"));
  const userId = await createMember();
  const [startsAt, endsAt] = [clock.now(), new Date(clock.now().getTime() + day)];
  await db.prisma.complimentaryPlan.create({
    data: {
      ...{ id: randomUUID(), userId, givenBy: randomUUID(), planKey: "plan_pro", planName: "Pro" },
      ...{ monthlyMilli: 1n, reason: "of a test", startsAt, endsAt, dueAt: endsAt },
    },
  });
  expect(await findEntitlement(ctx, userId)).toMatchObject({ planKey: "plan_pro", next: null });
  await run(userId);
  clock.advance(day);
  expect(await findEntitlement(ctx, userId)).toMatchObject({ planKey: "free" });
  clock.advance(-day);
  await subscribe(userId, null);
  expect(await findEntitlement(ctx, userId)).toMatchObject({ planKey: "plan_basic" });
});

test("windows begin anew at midnight and at the month's end of UTC; a clock that jumps back finds the old counts", async () => {
  const userId = await createMember();
  await limitTo(userId, 1n);
  clock.set(new Date("2026-03-31T23:59:59.999Z"));
  await run(userId);
  await expect(run(userId)).rejects.toMatchObject({
    meta: { resetsAt: "2026-04-01T00:00:00.000Z", retryAfterSeconds: 1 },
  });
  clock.advance(1);
  await run(userId);
  expect(await meterOf(userId, "runs_per_month")).toMatchObject({
    ...{ used: 1n, resetsAt: new Date("2026-05-01T00:00:00Z") },
  });
  clock.set(new Date("2027-04-01T00:00:00Z"));
  await run(userId);
  clock.set(new Date("2026-03-31T12:00:00Z"));
  await expect(run(userId)).rejects.toMatchObject(refusal("runs_per_day", 1));
  expect((await factsOf(userId)).records).toHaveLength(3);
});
