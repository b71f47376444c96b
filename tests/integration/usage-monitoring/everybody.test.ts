import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { AppContext } from "@/lib/context";
import { addDays } from "@/components/ranges/days";
import {
  aggregateUsage,
  countPressure,
  getEverybodysUsage,
  getQuotaPressure,
  listEverybodysDays,
  listLimitEvents,
  listUsageSpikes,
} from "@/lib/usage";
import type { EverybodysUse, MeasuredUse, UsageMeasure, UsageRange } from "@/lib/usage/types";
import { createUser } from "@/tests/factories/user";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { createTestDatabase } from "@/tests/setup/test-database";
import { randomUses, writeUses, type Used } from "./random-use";

const now = new Date("2026-11-22T12:00:00Z");
const clock = fixedClock(now);
const db = await createTestDatabase(6);
const { id: adminId } = await createUser(db, { role: "admin" });
const actor = { kind: "user", role: "admin", userId: adminId, sessionId: randomUUID() } as const;
const ctx = { db, actor, clock, systemClock: clock } as unknown as AppContext;
const origin = { ip: null, userAgent: null };

const people = await Promise.all(
  Array.from({ length: 7 }, async (_, at) => (await createUser(db, { email: `p${at}@use.example` })).id),
);
await db.prisma.user.updateMany({
  where: { id: { in: people.slice(0, 3) } },
  data: { timeZone: "Asia/Kolkata" },
});

const within = ({ at }: Used, { from, to }: UsageRange) =>
  at >= new Date(`${from}T00:00:00Z`) && at < new Date(`${addDays(to, 1)}T00:00:00Z`);

function sumOf(uses: readonly Used[]): MeasuredUse {
  return {
    creditsMilli: uses.reduce((sum, { costMilli }) => sum + costMilli, 0n),
    runs: uses.filter(({ kind }) => kind === "run").length,
    calls: uses.filter(({ kind }) => kind === "api_call").length,
    failures: uses.filter(({ outcome }) => ["failed", "timed_out", "refused"].includes(outcome)).length,
  };
}

function totalOf(uses: readonly Used[]): EverybodysUse {
  const ended = uses.filter(({ outcome }) => outcome !== "started").length;
  const sum = sumOf(uses);
  const failureRate = ended > 0 ? sum.failures / ended : null;
  return { ...sum, people: new Set(uses.map(({ userId }) => userId)).size, failureRate };
}

const figureOf = (by: UsageMeasure, use: MeasuredUse): number =>
  Number({ credits: use.creditsMilli, runs: use.runs, calls: use.calls, failures: use.failures }[by]);

async function expectExact(uses: readonly Used[], range: UsageRange, by: UsageMeasure): Promise<void> {
  const days = Math.round((Date.parse(range.to) - Date.parse(range.from)) / 86_400_000) + 1;
  const before = { from: addDays(range.from, -days), to: addDays(range.from, -1) };
  const [seen, perDay] = await Promise.all([
    getEverybodysUsage(ctx, { range, before, by }, origin),
    listEverybodysDays(ctx, range),
  ]);
  const [mine, earlier] = [
    uses.filter((use) => within(use, range)),
    uses.filter((use) => within(use, before)),
  ];
  expect(seen.now).toEqual(totalOf(mine));
  expect(seen.before).toEqual(totalOf(earlier));
  expect(perDay).toEqual(
    Array.from({ length: days }, (_, at) => {
      const day = addDays(range.from, at);
      const { failureRate: _rate, ...use } = totalOf(
        mine.filter((one) => within(one, { from: day, to: day })),
      );
      return { day, ...use };
    }),
  );
  const all = figureOf(by, sumOf(mine));
  const ranked = people
    .map((userId) => ({ userId, use: sumOf(mine.filter((one) => one.userId === userId)) }))
    .filter(({ use }) => figureOf(by, use) > 0)
    .sort((a, b) => figureOf(by, b.use) - figureOf(by, a.use) || (a.userId < b.userId ? -1 : 1));
  expect(seen.people.map(({ userId }) => userId)).toEqual(ranked.map(({ userId }) => userId));
  expect(seen.found).toBe(ranked.length);
  for (const [at, person] of seen.people.entries()) {
    const own = ranked[at]!.use;
    expect(person).toMatchObject(own);
    expect(person.before).toEqual(sumOf(earlier.filter(({ userId }) => userId === person.userId)));
    expect(person.share).toBeCloseTo(figureOf(by, own) / all, 10);
    expect(person.place).toBe(1 + ranked.filter(({ use }) => figureOf(by, use) > figureOf(by, own)).length);
  }
  for (const subject of seen.subjects) {
    const own = mine.filter((one) => one.subject === subject.subject && one.kind === subject.kind);
    const ended = own.filter(({ outcome }) => outcome !== "started");
    const { failures, failureRate, people: who, creditsMilli } = totalOf(own);
    expect(subject).toMatchObject({ events: own.length, failures, failureRate, people: who, creditsMilli });
    const took = ended.reduce((sum, { durationMs }) => sum + (durationMs ?? 0), 0);
    expect(subject.meanDurationMs).toBe(ended.length > 0 ? took / ended.length : null);
    expect(subject.eventsBefore).toBe(
      earlier.filter((one) => one.subject === subject.subject && one.kind === subject.kind).length,
    );
  }
  expect(seen.subjects.reduce((sum, { events }) => sum + events, 0)).toBe(mine.length);
}

test("figures of any days are those of the records, summed or not, and late ones too", async () => {
  const span = { from: new Date("2026-10-20T00:00:00Z"), to: now };
  const measures = ["credits", "runs", "calls", "failures"] as const;
  let uses: Used[] = [];
  for (let round = 0; round < 3; round += 1) {
    const late = randomUses(people, { ...span, count: 250 });
    await writeUses(db, late);
    uses = [...uses, ...late];
    for (const by of measures) {
      const from = addDays("2026-10-20", Math.floor(Math.random() * 33));
      const to = addDays(from, Math.floor(Math.random() * 20));
      await expectExact(uses, { from, to }, by);
    }
    await aggregateUsage(ctx);
    await expectExact(uses, { from: "2026-11-08", to: "2026-11-22" }, "credits");
  }
});

test("whoever is searched for keeps their place among all, and nothing typed is a wildcard", async () => {
  const asked = {
    ...{ range: { from: "2026-11-01", to: "2026-11-22" }, before: { from: "2026-10-10", to: "2026-10-31" } },
    by: "runs",
  } as const;
  const all = await getEverybodysUsage(ctx, asked, origin);
  const last = all.people.at(-1)!;
  const one = await getEverybodysUsage(ctx, { ...asked, text: ` ${last.email.toUpperCase()} ` }, origin);
  expect(one.people).toEqual([last]);
  expect(one.now).toEqual(all.now);
  expect(last.place).toBeGreaterThan(1);
  for (const text of ["%", "_", "p%use", "\\"])
    expect((await getEverybodysUsage(ctx, { ...asked, text }, origin)).people).toEqual([]);
  const entry = await db.prisma.auditEntry.findFirst({
    where: { actorId: adminId, action: "user_searched", targetId: "usage" },
    orderBy: { seq: "desc" },
  });
  expect(entry?.after).toMatchObject({ text: "\\", from: "2026-11-01", found: 0 });
});

test("what is compared with days that are not kept is compared with nothing", async () => {
  const range = { from: "2025-12-01", to: "2026-11-22" };
  const before = { from: "2024-12-09", to: "2025-11-30" };
  const seen = await getEverybodysUsage(ctx, { range, before, by: "runs" }, origin);
  expect(seen.before).toBeNull();
  expect(seen.keptFrom).toBe("2025-10-01");
});

async function hit(
  userId: string,
  kind: string,
  { limit, at }: { limit: bigint; at: string },
): Promise<void> {
  await db.sql({
    name: "hit",
    text: `SELECT keep_quota_hit($1::uuid, $2::text, date_trunc('day', $3::timestamptz, 'UTC'), $4::bigint,
      $2::text <> 'api_calls_per_minute', $4::bigint,
      $3::timestamptz)::text`,
    values: [userId, kind, new Date(at), limit],
  });
}

test("refusals are told by person and limit with the plan that counts now", async () => {
  const [first, second] = [people[0]!, people[1]!];
  for (const at of ["2026-11-20T08:00:00Z", "2026-11-20T23:59:59Z", "2026-11-21T08:00:00Z"])
    await hit(first, "runs_per_day", { limit: 50n, at });
  await hit(second, "runs_per_month", { limit: 7n, at: "2026-11-19T00:00:00Z" });
  await hit(second, "no-such-kind", { limit: 7n, at: "2026-11-20T00:00:00Z" });
  await db.prisma.quotaOverride.create({
    data: {
      ...{ id: randomUUID(), userId: second, setBy: adminId, kind: "runs_per_month", limit: 7n, reason: "r" },
      ...{ startsAt: new Date("2026-11-01T00:00:00Z"), endsAt: new Date("2027-01-01T00:00:00Z") },
    },
  });
  const pressure = await getQuotaPressure(ctx, { from: "2026-11-19", to: "2026-11-21" });
  expect(pressure.people).toBe(2);
  expect(pressure.hits).toMatchObject([
    { userId: first, kind: "runs_per_day", hits: 3, limit: 50n, planName: "Free", own: false },
    { userId: second, kind: "runs_per_month", hits: 1, limit: 7n, own: true },
  ]);
  expect(pressure.reached).toEqual([
    { kind: "runs_per_day", percent: 100, people: 1 },
    { kind: "runs_per_month", percent: 100, people: 1 },
  ]);
  await hit(people[2]!, "api_calls_per_minute", { limit: 60n, at: "2026-11-21T09:00:00Z" });
  expect(await countPressure(db, new Date("2026-11-20T12:00:00Z"))).toEqual({ atLimit: 1, spikes: 0 });
  expect(
    (await listLimitEvents(ctx, first)).map(({ what, percent, times }) => [what, percent, times]),
  ).toEqual([
    ["refused", null, 1],
    ["told", 100, 1],
    ["refused", null, 2],
    ["told", 100, 1],
  ]);
  const later = await getQuotaPressure(ctx, { from: "2026-11-22", to: "2026-11-22" });
  expect(later).toEqual({ hits: [], people: 0, reached: [] });
});

test("spikes are those of each person's own days", async () => {
  const found = { creditsRose: true, creditsMilli: 9n, usualCreditsMilli: 1n, callsRose: false };
  const day = new Date("2026-11-21T00:00:00Z");
  await db.prisma.usageSpike.create({
    data: {
      ...{ ...found, userId: people[0]!, day, calls: 0n, usualCalls: 0n, foundAt: now },
      endsAt: new Date("2026-11-21T18:30:00Z"),
    },
  });
  const on = (from: string, userId?: string) =>
    listUsageSpikes(ctx, { from, to: from, ...(userId ? { userId } : {}) });
  expect((await on("2026-11-21")).spikes).toMatchObject([{ userId: people[0], day: "2026-11-21", ...found }]);
  expect((await countPressure(db, now)).spikes).toBe(0);
  expect((await on("2026-11-20")).found).toBe(0);
  expect((await on("2026-11-22")).found).toBe(0);
  expect((await on("2026-11-21", people[1])).found).toBe(0);
});

test("nobody but an admin is answered", async () => {
  const range = { from: "2026-11-01", to: "2026-11-02" };
  for (const who of [{ ...actor, role: "member" as const }, { kind: "system" } as const]) {
    const other = { ...ctx, actor: who } as AppContext;
    const asked = [
      getEverybodysUsage(other, { range, before: range, by: "runs" }, origin),
      listEverybodysDays(other, range),
      getQuotaPressure(other, range),
      listUsageSpikes(other, range),
      listLimitEvents(other, adminId),
    ];
    for (const answer of asked) await expect(answer).rejects.toMatchObject({ code: "usage.forbidden" });
  }
});
