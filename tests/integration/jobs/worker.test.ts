import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { describe, expect, test, vi } from "vitest";
import { checkHealth } from "@/lib/health";
import { enqueueJob } from "@/lib/jobs";
import { runCron, runWorker } from "@/lib/worker";
import { unlockDeadWorkers } from "@/lib/worker/unlock-dead-workers";
import { openShop } from "@/tests/setup/shop";

const shop = await openShop();
const { databaseUrl } = shop;
const secret = "0123456789abcdef0123";

/** Puts a mail into the outbox and says what its job is. */
async function mail(to: string) {
  const message = { template: "password-changed", props: { changedAt: "now", resetUrl: "http://localhost" } };
  const { id: emailId } = await shop.db.prisma.outboxEmail.create({
    data: { key: `test:${to}`, recipient: to, template: message.template, message },
    select: { id: true },
  });
  return { name: "send-email" as const, payload: { emailId } };
}

const mailed = (to: string) => shop.mailer.sent.filter((delivery) => delivery.to === to);

describe("the worker", () => {
  test("does the jobs of committed transactions, at once, and stops when asked", async () => {
    const worker = runWorker(shop.ctx, { databaseUrl });
    await enqueueJob(shop.db, await mail("a@example.com"));
    await expect(
      shop.db.transaction(async (tx) => {
        await enqueueJob(tx, await mail("never@example.com"));
        throw new Error("rolled back");
      }),
    ).rejects.toThrow("rolled back");
    await vi.waitFor(() => expect(mailed("a@example.com")).toHaveLength(1), 20_000);
    await worker.stop();
    expect(mailed("never@example.com")).toEqual([]);
    await enqueueJob(shop.db, await mail("b@example.com"));
    await wait(300);
    expect(mailed("b@example.com")).toEqual([]);
    await shop.drain();
    expect(mailed("b@example.com")).toHaveLength(1);
  });

  test("starts by itself once the database is there", async () => {
    const url = new URL(databaseUrl);
    url.pathname = "/not_there_yet";
    const worker = runWorker(shop.ctx, { databaseUrl: url.toString() });
    await vi.waitFor(
      () =>
        expect(shop.log.lines.map(({ message }) => message)).toContain("the worker stopped and starts again"),
      20_000,
    );
    await worker.stop();
  });

  test("outlives a database that goes away while jobs run, and goes on when it is back", async () => {
    const trace = vi.spyOn(console, "trace").mockReturnValue(undefined); // the queue's own way to tell of it
    const { port, hostname } = new URL(databaseUrl);
    const sockets = new Set<Socket>();
    const proxy = createServer((client) => {
      const server = connect(Number(port), hostname);
      for (const socket of [client, server]) sockets.add(socket.on("error", () => socket.destroy()));
      client.pipe(server).pipe(client);
    });
    const listen = (at: number) =>
      new Promise<number>((resolve) => {
        proxy.listen(at, "127.0.0.1", () => resolve((proxy.address() as AddressInfo).port));
      });
    const url = new URL(databaseUrl);
    const proxyPort = await listen(0);
    url.port = String(proxyPort);
    const goAway = () => {
      proxy.close();
      for (const socket of sockets) socket.destroy();
    };
    const { promise: allRun, resolve: lastRuns } = Promise.withResolvers<undefined>();
    let away = false;
    let tries = 0;
    const send = vi.fn(async () => {
      if (away) return { providerId: "mail" };
      const place = (tries += 1);
      if (tries === 4) lastRuns(undefined);
      await allRun;
      away = true;
      goAway();
      await wait(place * 150); // each end is a write of its own that fails
      throw new Error("away, too");
    });
    const worker = runWorker({ ...shop.ctx, mailer: { send } }, { databaseUrl: url.toString() });
    for (const name of ["a", "b", "c", "d"]) await enqueueJob(shop.db, await mail(`${name}@away.example`));
    await vi.waitFor(() => expect(away).toBe(true), 20_000);
    await wait(1_500);
    await listen(proxyPort);
    await enqueueJob(shop.db, await mail("back@example.com"));
    await vi.waitFor(() => expect(send).toHaveBeenCalledTimes(5), 20_000);
    await worker.stop();
    goAway();
    trace.mockRestore();
  });

  test("one key is one waiting job", async () => {
    const once = { ...(await mail("once@example.com")), key: "once" };
    await Promise.all(Array.from({ length: 5 }, () => enqueueJob(shop.db, once)));
    await shop.drain();
    expect(mailed("once@example.com")).toHaveLength(1);
  });
});

/** A process that takes a job and dies in the middle of it, as `kill -9` leaves it. */
async function lockJobsAs(workerId: string, ageSeconds: number): Promise<void> {
  await shop.db.sql({
    name: "lock-as",
    text: `UPDATE graphile_worker._private_jobs SET locked_by = $1, locked_at = now() - make_interval(secs => $2::int)
      WHERE locked_by IS NULL`,
    values: [workerId, ageSeconds],
  });
}

describe("jobs of a worker that was killed", () => {
  test("are freed at once, while those of a living worker are left alone", async () => {
    const living = new Client(databaseUrl);
    await living.connect();
    await living.query("SELECT pg_advisory_lock(hashtextextended('worker:living', 0))");
    await enqueueJob(shop.db, await mail("living@example.com"));
    await lockJobsAs("living", 60);
    await enqueueJob(shop.db, await mail("young@example.com"));
    await lockJobsAs("young", 5);
    await enqueueJob(shop.db, await mail("dead@example.com"));
    await lockJobsAs("dead", 60);

    expect(await unlockDeadWorkers(shop.ctx)).toBe(1);
    await shop.drain();
    expect(mailed("dead@example.com")).toHaveLength(1);
    expect([...mailed("living@example.com"), ...mailed("young@example.com")]).toEqual([]);

    await living.end();
    await vi.waitFor(async () => expect(await unlockDeadWorkers(shop.ctx)).toBe(1), 5_000);
    await shop.drain();
    expect(mailed("living@example.com")).toHaveLength(1);
  });

  test("a running worker holds the claim that says it lives", async () => {
    const held = () =>
      shop.db.sql<{ count: bigint }>({
        name: "advisory-locks",
        text: "SELECT count(*) AS count FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
        values: [],
      });
    const worker = runWorker(shop.ctx, { databaseUrl, concurrency: 3 });
    await vi.waitFor(async () => expect(await held()).toEqual([{ count: 1n }]), 20_000);
    await worker.stop();
    await vi.waitFor(async () => expect(await held()).toEqual([{ count: 0n }]), 5_000);
  });

  test("a job that takes long is not given to a second worker while the first lives", async () => {
    const { promise: blocked, resolve: release } = Promise.withResolvers<{ providerId: string }>();
    const send = vi.fn(() => blocked);
    const worker = runWorker({ ...shop.ctx, mailer: { send } }, { databaseUrl });
    await enqueueJob(shop.db, await mail("slow@example.com"));
    await vi.waitFor(() => expect(send).toHaveBeenCalled(), 20_000);
    await shop.db.sql({
      name: "age-locks",
      text: "UPDATE graphile_worker._private_jobs SET locked_at = locked_at - interval '1 minute'",
      values: [],
    });
    await unlockDeadWorkers(shop.ctx);
    const locked = await shop.db.sql({
      name: "locked-jobs",
      // Jobs of the clock may run at this very minute, too.
      text: "SELECT 1 AS one FROM graphile_worker.jobs WHERE locked_by IS NOT NULL AND task_identifier = 'send-email'",
      values: [],
    });
    release({ providerId: "late" });
    await worker.stop();
    expect(locked).toHaveLength(1);
  });
});

describe("the scheduler's door", () => {
  const call = (name: string, authorization: string | null, withSecret: string | undefined = secret) =>
    runCron(shop.ctx, { databaseUrl, secret: withSecret }, { name, authorization });

  test("does what is due for one who knows the secret", async () => {
    await enqueueJob(shop.db, await mail("cron@example.com"));
    expect(await call("drain", `Bearer ${secret}`)).toBe("done");
    expect(mailed("cron@example.com")).toHaveLength(1);
  });

  test("starts a job over that failed the last time", async () => {
    await enqueueJob(shop.db, {
      ...{ name: "expire-credits", payload: {}, key: "cron:expire-credits", maxAttempts: 1 },
    });
    await shop.db.sql({
      name: "fail-job",
      text: "UPDATE graphile_worker._private_jobs SET attempts = 1, last_error = 'broken' WHERE key = 'cron:expire-credits'",
      values: [],
    });
    expect(await call("expire-credits", `Bearer ${secret}`)).toBe("done");
    const left = await shop.db.sql({
      name: "left-jobs",
      text: "SELECT 1 AS one FROM graphile_worker.jobs WHERE key = 'cron:expire-credits'",
      values: [],
    });
    expect(left).toEqual([]);
  });

  test.each([
    "delete-expired-files",
    "sweep-stripe-events",
    "expire-credits",
    "release-expired-holds",
    "unlock-dead-workers",
    "verify-ledger",
  ])("runs %s", async (name) => {
    const errors = () => shop.log.lines.filter(({ level }) => level === "error" || level === "fatal").length;
    const before = errors();
    expect(await call(name, `Bearer ${secret}`)).toBe("done");
    expect(errors()).toBe(before);
  });

  test.each([null, "", "Bearer ", "Bearer wrong", secret, `bearer ${secret}`])(
    "is closed to %j",
    async (authorization) => {
      expect(await call("drain", authorization)).toBe("unauthenticated");
    },
  );

  test("is not there without a secret, and for jobs that nobody scheduled", async () => {
    expect(
      await runCron(
        shop.ctx,
        { databaseUrl, secret: undefined },
        { name: "drain", authorization: "Bearer undefined" },
      ),
    ).toBe("not_found");
    expect(await call("send-email", `Bearer ${secret}`)).toBe("not_found");
    expect(await call("toString", `Bearer ${secret}`)).toBe("not_found");
  });
});

describe("a ledger that does not add up", () => {
  test("is shouted about by the nightly job", async () => {
    const { user } = await shop.createBuyer();
    await shop.db.sql({
      name: "invent-account",
      text: "INSERT INTO credit_accounts (user_id, balance_milli, created_at) VALUES ($1::uuid, 5000, now())",
      values: [user.id],
    });
    await runCron(
      shop.ctx,
      { databaseUrl, secret },
      { name: "verify-ledger", authorization: `Bearer ${secret}` },
    );
    expect(shop.log.lines).toContainEqual(
      expect.objectContaining({ level: "fatal", message: "the ledger does not add up" }),
    );
  });
});

describe("health", () => {
  test("is ok with the queue's lag, and unavailable without a database", async () => {
    await enqueueJob(shop.db, { ...(await mail("late@example.com")), runAt: new Date(Date.now() - 120_000) });
    const health = await checkHealth(shop.ctx);
    expect(health.status).toBe("ok");
    expect(health.queueLagSeconds).toBeGreaterThanOrEqual(115);
    const db = { ...shop.db, sql: () => Promise.reject(new Error("gone")) };
    expect(await checkHealth({ ...shop.ctx, db })).toEqual({ status: "unavailable", queueLagSeconds: null });
  });
});
