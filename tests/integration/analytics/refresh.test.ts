import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterEach, expect, onTestFinished, test } from "vitest";
import {
  getServices,
  openAnalytics,
  readPulse,
  rebuildAnalytics,
  refreshAnalytics,
  verifyAnalytics,
} from "@/lib/analytics";
import type { AppContext } from "@/lib/context";
import { openDatabase } from "@/lib/db";
import { createUser } from "@/tests/factories/user";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { createTestDatabaseUrl } from "@/tests/setup/test-database";

const at = new Date("2026-11-20T10:15:00Z");
const clock = fixedClock(new Date("2026-11-22T12:00:00Z"));
const range = { from: "2026-11-01", to: "2026-11-22" };
const query = { zone: "UTC", range, before: null, bucket: "month" } as const;

async function open() {
  const url = await createTestDatabaseUrl();
  const db = openDatabase(url, 5);
  const { id: userId } = await createUser(db);
  const actor = { kind: "user", role: "admin", userId, sessionId: userId } as const;
  const ctx = { db, actor, clock, systemClock: clock } as unknown as AppContext;
  onTestFinished(() => db.close());
  const countRuns = async () =>
    (await getServices(await openAnalytics(ctx, "UTC"), query)).services.find(({ runs }) => runs > 0)?.runs ??
    0;
  return { url, db, ctx, userId, countRuns };
}

const insertRun = (userId: string) => ({
  text: `INSERT INTO service_runs (id, user_id, key, service_slug, source, fingerprint, input_bytes, quoted_milli,
    created_at, hold_expires_at) VALUES ($1, $2, $1, 'word-counter', 'web', 'f', 1, 0, $3, $3)`,
  values: [randomUUID(), userId, at],
});

const connections: Client[] = [];
afterEach(async () => {
  await Promise.all(connections.splice(0).map((client) => client.end()));
});

async function begin(url: string, isolation: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  connections.push(client);
  await client.query(`BEGIN ISOLATION LEVEL ${isolation}`);
  return client;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test("waits for a writer that saw a mark, and loses nothing of it", async () => {
  const { url, db, ctx, userId, countRuns } = await open();
  await refreshAnalytics(ctx);
  const first = await begin(url, "READ COMMITTED");
  await first.query(insertRun(userId));
  await first.query("COMMIT");
  const writer = await begin(url, "READ COMMITTED");
  await writer.query(insertRun(userId));
  expect(await db.prisma.analyticsMark.count({ where: { subject: "runs" } })).toBe(1);
  let ended = false;
  const refreshing = refreshAnalytics(ctx).then(() => (ended = true));
  await pause(150);
  expect(ended).toBe(false);
  expect(await countRuns()).toBe(1);
  await writer.query("COMMIT");
  await refreshing;
  expect(await db.prisma.analyticsMark.count()).toBe(0);
  expect(await countRuns()).toBe(2);
});

test("a writer that cannot see what was claimed since leaves a mark of its own", async () => {
  const { url, db, ctx, userId, countRuns } = await open();
  await refreshAnalytics(ctx);
  const first = await begin(url, "READ COMMITTED");
  await first.query(insertRun(userId));
  await first.query("COMMIT");
  const writer = await begin(url, "REPEATABLE READ");
  await writer.query("SELECT count(*) FROM analytics_marks");
  await refreshAnalytics(ctx);
  await writer.query(insertRun(userId));
  await writer.query("COMMIT");
  expect(await db.prisma.analyticsMark.count()).toBe(1);
  expect(await countRuns()).toBe(2);
});

test("a job that died half way leaves the figures right, and the next one ends its work", async () => {
  const { url, db, ctx, userId, countRuns } = await open();
  await refreshAnalytics(ctx);
  const writer = await begin(url, "READ COMMITTED");
  await writer.query(insertRun(userId));
  await writer.query("COMMIT");
  await db.prisma.analyticsMark.updateMany({ data: { claimed: true } });
  expect(await countRuns()).toBe(1);
  const pulse = await readPulse(await openAnalytics(ctx, "UTC"));
  await Promise.all([refreshAnalytics(ctx), refreshAnalytics(ctx)]);
  expect(await db.prisma.analyticsMark.count()).toBe(0);
  expect(await countRuns()).toBe(1);
  expect(await readPulse(await openAnalytics(ctx, "UTC"))).not.toBe(pulse);
});

test("what is kept otherwise than the facts say is found, and rebuilding mends it", async () => {
  const { url, db, ctx, userId, countRuns } = await open();
  const writer = await begin(url, "READ COMMITTED");
  await writer.query(insertRun(userId));
  await writer.query("COMMIT");
  await refreshAnalytics(ctx);
  expect((await verifyAnalytics(ctx)).differences).toEqual([]);
  await db.prisma.analyticsRuns.updateMany({ data: { runs: 41 } });
  await db.prisma.analyticsRetention.deleteMany();
  const { differences } = await verifyAnalytics(ctx);
  expect(differences.map(({ table, day }) => [table, day])).toEqual([
    ["analytics_runs", "2026-11-20"],
    ["analytics_runs", "2026-11-20"],
    ["analytics_retention", "2026-11-20"],
  ]);
  await rebuildAnalytics(ctx);
  expect((await verifyAnalytics(ctx)).differences).toEqual([]);
  expect(await countRuns()).toBe(1);
});
