import { beforeEach, describe, expect, test } from "vitest";
import { listAudit } from "@/lib/audit";
import { actingAs, type AppContext } from "@/lib/context";
import { getQueue, listFailedJobs, retryJob, runScheduledJob } from "@/lib/queue";
import { createUser } from "@/tests/factories/user";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { createTestDatabase } from "@/tests/setup/test-database";

const db = await createTestDatabase();
const clock = fixedClock(new Date("2026-11-22T12:00:30Z"));
const anybody = { db, systemClock: clock, actor: { kind: "anonymous" } } as unknown as AppContext;
const asUser = (userId: string, role: "admin" | "member") =>
  actingAs(anybody, { kind: "user", userId, role, sessionId: userId });
const { id: adminId } = await createUser(db, { role: "admin" });
const ctx = asUser(adminId, "admin");
const origin = { ip: "203.0.113.9", userAgent: "Firefox" };
const reason = "The mail provider is back";

const run = (text: string, values: (string | number)[] = []) =>
  db.sql<{ id: bigint }>({ name: text.slice(0, 60), text, values });

interface Job {
  name: string;
  payload?: unknown;
  attempts?: number;
  maxAttempts?: number;
  error?: string | null;
}

async function add({ name, payload = {}, attempts = 1, maxAttempts = 25, error = "boom\n at x" }: Job) {
  const [row] = await run(
    `SELECT j.id FROM graphile_worker.add_job($1::text, payload => $2::json, max_attempts => $3::int) AS j`,
    [name, JSON.stringify(payload), maxAttempts],
  );
  const id = String(row?.id);
  await run(
    `UPDATE graphile_worker._private_jobs SET attempts = $2::int, last_error = nullif($3::text, '')
      WHERE id = $1::bigint RETURNING id`,
    [id, attempts, error ?? ""],
  );
  return id;
}

const jobOf = async (id: string) => {
  const text = `SELECT attempts, run_at <= now() AS due FROM graphile_worker._private_jobs WHERE id = $1::bigint`;
  return (await db.sql({ name: "job-of", text, values: [id] }))[0];
};
const audited = async (action: "job_run" | "job_retried") =>
  (await listAudit(ctx, { actions: [action] })).entries;

beforeEach(() => run("DELETE FROM graphile_worker._private_jobs RETURNING id"));

test("the queue is counted by job and state, and what the clock starts has its next run", async () => {
  await add({ name: "send-email", attempts: 0, error: null });
  await add({ name: "send-email", attempts: 3 });
  await add({ name: "send-email", attempts: 25 });
  const locked = await add({ name: "send-refund" });
  await run(`UPDATE graphile_worker._private_jobs SET locked_at = now() WHERE id = $1::bigint RETURNING id`, [
    locked,
  ]);
  const { tasks, scheduled } = await getQueue(ctx);
  expect(tasks).toMatchObject([
    {
      name: "send-email",
      waiting: 1,
      running: 0,
      retrying: 1,
      failed: 1,
      dueSince: expect.any(Date) as Date,
    },
    { name: "send-refund", waiting: 0, running: 1, retrying: 0, failed: 0, dueSince: null },
  ]);
  const of = (name: string) => scheduled.find((one) => one.name === name);
  const never = { lastAt: null, state: "idle" };
  expect(of("verify-ledger")).toEqual({
    ...{ ...never, name: "verify-ledger", rhythm: "Daily at 03:15 UTC" },
    nextAt: new Date("2026-11-23T03:15:00Z"),
  });
  expect(of("sweep-stripe-events")).toMatchObject({ nextAt: new Date("2026-11-22T12:10:00Z"), ...never });
});

describe("failed jobs", () => {
  test("are shown with the first line of their error and ids alone, and narrowed by job and state", async () => {
    const payload = { emailId: "0190-e", token: "secret", resetUrl: "https://example.org/?token=x" };
    const id = await add({ name: "send-email", payload, attempts: 2 });
    const over = await add({ name: "send-refund", attempts: 25 });
    await add({ name: "send-refund", attempts: 0, error: null });
    const { jobs } = await listFailedJobs(ctx);
    expect(jobs.map((job) => job.id)).toEqual([over, id]);
    expect(jobs[1]).toMatchObject({
      ...{ state: "retrying", attempts: 2, error: "boom", ids: [{ name: "emailId", value: "0190-e" }] },
      nextAt: expect.any(Date) as Date,
    });
    expect(JSON.stringify(jobs)).not.toContain("token");
    expect(jobs[0]).toMatchObject({ state: "failed", nextAt: null });
    const idsOf = async (filter: object) => (await listFailedJobs(ctx, filter)).jobs.map((job) => job.id);
    expect(await idsOf({ state: "failed" })).toEqual([over]);
    expect(await idsOf({ state: "retrying" })).toEqual([id]);
    expect(await idsOf({ name: "send-refund" })).toEqual([over]);
    expect(await idsOf({ name: "'; DROP TABLE users --" })).toEqual([]);
  });

  test("page there and back without gaps", async () => {
    for (let n = 0; n < 55; n += 1) await add({ name: "send-email" });
    const first = await listFailedJobs(ctx, { before: "no number" });
    const second = await listFailedJobs(ctx, { before: first.older });
    const third = await listFailedJobs(ctx, { before: second.older });
    expect([first.newer, third.older, third.jobs.length]).toEqual([null, null, 5]);
    const ids = [first, second, third].flatMap(({ jobs }) => jobs.map(({ id }) => Number(id)));
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => b - a));
    const back = await listFailedJobs(ctx, { after: third.newer });
    expect([back.jobs, back.older]).toEqual([second.jobs, second.older]);
    expect((await listFailedJobs(ctx, { after: back.newer })).newer).toBeNull();
  });

  test("are due again once, with all tries, on record; the same form again is refused", async () => {
    const id = await add({ name: "send-refund", attempts: 25 });
    const retry = { id, seenAttempts: 25, reason, origin };
    const tries = await Promise.allSettled([retryJob(ctx, retry), retryJob(ctx, retry)]);
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(tries.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "queue.job_changed" },
    });
    expect(await jobOf(id)).toEqual({ attempts: 0, due: true });
    const [entry, ...more] = await audited("job_retried");
    expect(more).toEqual([]);
    const facts = { before: { job: "send-refund", attempts: 25 }, after: { attempts: 0 } };
    expect(entry).toMatchObject({ actorId: adminId, targetId: id, reason, ...facts });
  });

  test("that are being done, are gone or never were are left alone", async () => {
    const id = await add({ name: "send-email", attempts: 2 });
    await run(
      `UPDATE graphile_worker._private_jobs SET locked_at = now() WHERE id = $1::bigint RETURNING id`,
      [id],
    );
    for (const one of [id, "999999", "x", "9".repeat(30), ""])
      await expect(retryJob(ctx, { id: one, seenAttempts: 2, reason, origin })).rejects.toMatchObject({
        code: "queue.job_changed",
      });
    expect(await jobOf(id)).toMatchObject({ attempts: 2 });
  });
});

test("a scheduled job runs now, in the queue once, on record; others do not", async () => {
  const ask = { name: "expire-credits", reason, origin };
  await Promise.all([runScheduledJob(ctx, ask), runScheduledJob(ctx, ask)]);
  const { tasks, scheduled } = await getQueue(ctx);
  expect(tasks).toMatchObject([{ name: "expire-credits", waiting: 1 }]);
  expect(scheduled.find(({ name }) => name === "expire-credits")).toMatchObject({ state: "waiting" });
  expect((await audited("job_run"))[0]).toMatchObject({
    targetId: "expire-credits",
    reason,
    actorId: adminId,
  });
  for (const name of ["send-email", "__proto__", "toString", ""])
    await expect(runScheduledJob(ctx, { ...ask, name })).rejects.toMatchObject({ kind: "not_found" });
});

test("nothing of it is for members, visitors or the system", async () => {
  const member = asUser((await createUser(db)).id, "member");
  const id = await add({ name: "send-refund", attempts: 25 });
  for (const who of [member, anybody, actingAs(anybody, { kind: "system", name: "x" })]) {
    const refused = { code: "queue.forbidden" };
    await expect(getQueue(who)).rejects.toMatchObject(refused);
    await expect(listFailedJobs(who)).rejects.toMatchObject(refused);
    await expect(runScheduledJob(who, { name: "expire-credits", reason, origin })).rejects.toMatchObject(
      refused,
    );
    await expect(retryJob(who, { id, seenAttempts: 25, reason, origin })).rejects.toMatchObject(refused);
  }
  expect(await jobOf(id)).toMatchObject({ attempts: 25 });
});
