import { describe, expect, test } from "vitest";
import { listAudit, recordAudit, verifyAudit } from "@/lib/audit";
import type { AuditedAct } from "@/lib/audit/types";
import type { Actor } from "@/lib/ports/actor";
import { createUser } from "@/tests/factories/user";
import { createTestDatabase } from "@/tests/setup/test-database";

const db = await createTestDatabase();
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
      { target },
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

describe("the chain", () => {
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
});
