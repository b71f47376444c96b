import { afterAll, describe, expect, test, vi } from "vitest";
import {
  checkAudit,
  exportAudit,
  findAuditFilter,
  findLastCheck,
  listAudit,
  recordAudit,
  verifyAudit,
} from "@/lib/audit";
import type { AuditedAct } from "@/lib/audit/types";
import { auditCommand } from "@/cli/commands/audit";
import type { AppContext } from "@/lib/context";
import { openDatabase } from "@/lib/db";
import type { Actor } from "@/lib/ports/actor";
import { createUser } from "@/tests/factories/user";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { callCommand } from "@/tests/integration/cli/call-command";
import { createTestDatabaseUrl } from "@/tests/setup/test-database";

const url = await createTestDatabaseUrl();
const db = openDatabase(url, 4);
afterAll(() => db.close());
const now = new Date("2026-11-22T12:00:00.123Z");
const origin = { ip: "203.0.113.9", userAgent: "Firefox" };

async function createAdmin() {
  const { id, email } = await createUser(db);
  const actor: Actor = { kind: "user", userId: id, role: "admin", sessionId: id };
  return { id, email, actor };
}

const admin = await createAdmin();

function act(changes: Partial<AuditedAct> = {}): AuditedAct {
  const target = { type: "user", id: "somebody" } as const;
  return { actor: admin.actor, origin, action: "user_viewed", target, now, ...changes };
}

const record = (changes?: Partial<AuditedAct>) => db.transaction((tx) => recordAudit(tx, act(changes)));

async function all<T>(lines: AsyncIterable<T>): Promise<T[]> {
  const told: T[] = [];
  for await (const line of lines) told.push(line);
  return told;
}

/** As who owns the database could, past its triggers. */
async function tamper(text: string): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.sql({ name: "t0", text: "SET LOCAL session_replication_role = replica", values: [] });
    await tx.sql({ name: "t1", text, values: [] });
  });
}

describe("what is written", () => {
  test("stands there with who, whom, what and why, and is found by each", async () => {
    const member = await createUser(db);
    const target = { type: "user", id: member.id } as const;
    const [before, after] = [
      { balanceMilli: 5n },
      { balanceMilli: 9_007_199_254_740_993n, at: now, tags: ["a"] },
    ];
    const words = { reason: "Lost a day to our outage", userId: member.id };
    await record({ action: "credits_adjusted", target, before, after, ...words });
    const ctx = { db, actor: admin.actor };
    for (const filter of [
      { userId: member.id },
      { aboutId: member.id },
      await findAuditFilter(ctx, {
        by: ` ${admin.email.toUpperCase()}`,
        of: member.email,
        from: now,
        to: now,
      }),
      { actorId: admin.id, actions: ["credits_adjusted"] as const },
      { from: now, to: new Date(now.getTime() + 1), actions: ["credits_adjusted"] as const },
    ]) {
      const { entries } = await listAudit(ctx, filter);
      expect(entries).toMatchObject([
        {
          ...{
            action: "credits_adjusted",
            actor: admin.email,
            actorId: admin.id,
            at: now,
            ...words,
            ...origin,
          },
          ...{ userEmail: member.email, targetType: "user", targetId: member.id },
          before: { balanceMilli: "5" },
          after: { balanceMilli: "9007199254740993", at: now.toISOString(), tags: ["a"] },
        },
      ]);
    }
    expect((await listAudit(ctx, { userId: member.id, to: now })).entries).toEqual([]);
  });

  test("is there if and only if its effect is", async () => {
    const { actor } = await createAdmin();
    const undone = db.transaction(async (tx) => {
      await recordAudit(tx, act({ actor }));
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(
      (await listAudit({ db, actor })).entries.filter(({ actorId }) => actorId === actor.userId),
    ).toEqual([]);
  });

  test("is told page by page, to admins only", async () => {
    const { id: actorId, actor } = await createAdmin();
    await db.transaction(async (tx) => {
      for (let index = 0; index < 120; index += 1)
        await recordAudit(tx, act({ actor, target: { type: "job", id: String(index) } }));
    });
    const ctx = { db, actor };
    const first = await listAudit(ctx, { actorId });
    const second = await listAudit(ctx, { actorId, before: first.older });
    const third = await listAudit(ctx, { actorId, before: second.older });
    const told = [first, second, third].flatMap(({ entries }) =>
      entries.map(({ targetId }) => Number(targetId)),
    );
    expect(told).toEqual(Array.from({ length: 120 }, (_, index) => 119 - index));
    expect([first.newer, third.older]).toEqual([null, null]);
    expect(await listAudit(ctx, { actorId, after: second.newer })).toEqual(first);
    for (const other of [{ kind: "anonymous" }, { ...actor, role: "member" }] as const)
      await expect(listAudit({ db, actor: other })).rejects.toMatchObject({ code: "audit.admin_required" });
    await expect(record({ actor: { kind: "anonymous" } })).rejects.toMatchObject({
      code: "audit.actor_required",
    });
    await record({ actor: { kind: "system", name: "cli" }, origin: null });
    expect((await listAudit(ctx)).entries[0]).toMatchObject({ actor: "cli", actorId: null, ip: null });
  });
});

test("an address that nobody has, wildcards and characters that no id has find nothing", async () => {
  const ctx = { db, actor: admin.actor };
  for (const search of [
    { by: "nobody@example.org" },
    { of: "nobody@example.org" },
    { of: "%" },
    { of: "' OR 1=1 --\0" },
    { by: "%' \ud800" },
    { of: ".*" },
  ])
    expect((await listAudit(ctx, await findAuditFilter(ctx, search))).entries).toEqual([]);
  const open = { by: " ", of: "", action: null, from: null, to: new Date(8_640_000_000_000_000) };
  expect(await findAuditFilter(ctx, open)).toEqual({});
});

test("ten thousand entries are exported each once, newest first, and the export is written down", async () => {
  const { id: actorId, actor } = await createAdmin();
  const text = `INSERT INTO audit_entries (id, stream, seq, at, actor_id, action, target_type, target_id, previous_hash, hash)
    SELECT gen_random_uuid(), 'admin:many', n, now(), $1::uuid, 'job_run', 'job', n::text, '', '' FROM generate_series(1, 10000) n`;
  await db.sql({ name: "many", text, values: [actorId] });
  const ctx = { db, actor, systemClock: fixedClock(now) };
  const told = await all(exportAudit(ctx, { actorId, actions: ["job_run"] }, origin));
  expect(told).toHaveLength(10_000);
  expect(new Set(told.map(({ targetId }) => targetId)).size).toBe(10_000);
  const [exported] = (await listAudit(ctx, { actions: ["audit_exported"] })).entries;
  expect(exported).toMatchObject({ actorId, ...origin, after: { actorId, actions: ["job_run"] } });
  const stranger = { ...ctx, actor: { ...actor, role: "member" } as const };
  await expect(exportAudit(stranger, {}, null).next()).rejects.toMatchObject({
    code: "audit.admin_required",
  });
  await tamper("DELETE FROM audit_entries WHERE stream = 'admin:many'");
});

describe("the chain", () => {
  test("is sound and found also for an id that was asked for in capitals", async () => {
    const { id, actor } = await createAdmin();
    const { id: userId } = await createUser(db);
    const capitals = userId.toUpperCase();
    await record({ actor, target: { type: "user", id: capitals }, userId: capitals });
    const [entry] = await db.prisma.auditEntry.findMany({ where: { actorId: id } });
    expect(entry).toMatchObject({ targetId: userId, userId });
    expect((await verifyAudit({ db })).problems).toEqual([]);
  });

  test("has no gap and no fork, however many acts happen at once", async () => {
    const { actor } = await createAdmin();
    await Promise.all(Array.from({ length: 40 }, () => record({ actor })));
    const seqs = await db.prisma.auditEntry.findMany({
      where: { stream: `admin:${actor.userId}` },
      select: { seq: true },
    });
    expect(seqs.map(({ seq }) => Number(seq)).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 40 }, (_, index) => index + 1),
    );
    expect((await verifyAudit({ db })).problems).toEqual([]);
  });

  test.each([
    "UPDATE audit_entries SET reason = 'x'",
    "DELETE FROM audit_entries",
    "TRUNCATE audit_entries",
    "DELETE FROM audit_streams",
    "TRUNCATE audit_streams",
    "UPDATE audit_streams SET seq = seq + 2",
    "UPDATE audit_streams SET hash = 'x'",
  ])("is refused by the database: %s", async (text) => {
    await expect(db.sql({ name: text, text, values: [] })).rejects.toThrow(/never changed or removed/);
  });

  test.each([
    ["changed", "UPDATE audit_entries SET reason = 'another' WHERE stream = '$s' AND seq = 2", "2"],
    ["changed", "UPDATE audit_entries SET after = '{\"paid\": false}' WHERE stream = '$s' AND seq = 3", "3"],
    ["missing", "DELETE FROM audit_entries WHERE stream = '$s' AND seq = 2", "2"],
    ["missing", "DELETE FROM audit_entries WHERE stream = '$s' AND seq = 5", "5"],
    [
      "not_chained",
      "UPDATE audit_entries SET seq = seq % 2 + 101 WHERE stream = '$s' AND seq IN (1, 2); UPDATE audit_entries SET seq = seq - 100 WHERE stream = '$s' AND seq > 100",
      "1",
    ],
    ["end_differs", "UPDATE audit_streams SET hash = 'x' WHERE stream = '$s'", "5"],
  ] as const)("tells of an entry that is %s: %s", async (problem, text, seq) => {
    const { actor } = await createAdmin();
    const stream = `admin:${actor.userId}`;
    for (let index = 0; index < 5; index += 1) await record({ actor, after: { paid: true } });
    for (const part of text.replaceAll("$s", stream).split("; ")) await tamper(part);
    const { problems } = await verifyAudit({ db });
    expect(problems.filter((found) => found.stream === stream)).toEqual([{ stream, seq, problem }]);
  });

  test("tells of entries that were put in for who never did anything", async () => {
    const { actor } = await createAdmin();
    await record({ actor });
    await tamper(
      `INSERT INTO audit_entries SELECT (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(),
        'stream', 'admin:forged'))).* FROM audit_entries e WHERE stream = 'admin:${actor.userId}'`,
    );
    const forged = { stream: "admin:forged", seq: "1", problem: "not_chained" };
    expect((await verifyAudit({ db })).problems).toContainEqual(forged);
    await tamper("DELETE FROM audit_entries WHERE stream = 'admin:forged'");
  });

  test("takes whatever was typed: what no database holds is left out of it", async () => {
    const { actor } = await createAdmin();
    const odd = "a\0b\ud800c";
    const act = { reason: odd, target: { type: "webhook", id: odd }, after: { odd, list: [odd] } } as const;
    await record({ actor, ...act, origin: { ip: null, userAgent: odd } });
    const clean = "ab\ufffdc";
    expect((await listAudit({ db, actor }, { actorId: actor.userId })).entries).toMatchObject([
      { reason: clean, targetId: clean, userAgent: clean, after: { odd: clean, list: [clean] } },
    ]);
    const { problems } = await verifyAudit({ db });
    expect(problems.filter(({ stream }) => stream.endsWith(actor.userId))).toEqual([]);
  });

  test("is verified on record, and by the command: the last check tells by whom and what it found", async () => {
    const { id, email, actor } = await createAdmin();
    const log = { fatal: vi.fn() };
    const ctx = { db, actor, systemClock: fixedClock(now), log } as unknown as AppContext;
    const verify = (...args: string[]) =>
      callCommand(auditCommand(), ["verify", ...args], { DATABASE_URL: url });
    await tamper("DELETE FROM audit_entries");
    await tamper("DELETE FROM audit_streams");
    await record({ actor });
    expect((await checkAudit(ctx, origin)).entries).toBe(1);
    expect(await findLastCheck(db)).toEqual({ at: now, by: email, entries: 1, problems: 0 });
    expect(log.fatal).not.toHaveBeenCalled();
    expect(await verify()).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining("2 entries of 1 actors") as string,
    });

    await tamper(`UPDATE audit_entries SET reason = 'x' WHERE stream = 'admin:${id}' AND seq = 1`);
    await checkAudit({ ...ctx, actor: { kind: "system", name: "worker" } });
    expect(await findLastCheck(db)).toMatchObject({ by: "worker", problems: 1 });
    expect(log.fatal).toHaveBeenCalledOnce();
    const broken = await verify("--json");
    expect(broken.exitCode).toBe(1);
    expect(JSON.parse(broken.stdout)).toMatchObject({ problems: [{ seq: "1", problem: "changed" }] });
    expect((await verify()).stdout).toContain(`BROKEN admin:${id}: entry 1 is not as it was written`);
  });
});
