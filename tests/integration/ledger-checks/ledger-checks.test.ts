import { expect, test } from "vitest";
import { listAudit } from "@/lib/audit";
import { actingAs, type AppContext } from "@/lib/context";
import {
  checkLedgerByTheClock,
  findLastOutcome,
  getLedgerHealth,
  requestLedgerCheck,
  runLedgerCheck,
} from "@/lib/ledger-checks";
import { createCreditAccount } from "@/tests/factories/credit-account";
import { createUser } from "@/tests/factories/user";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { recordingLog } from "@/tests/fakes/recording-log";
import { createTestDatabase } from "@/tests/setup/test-database";

const db = await createTestDatabase();
const clock = fixedClock(new Date("2026-11-22T12:00:00Z"));
const log = recordingLog();
const anybody = { db, clock, systemClock: clock, log, actor: { kind: "anonymous" } } as unknown as AppContext;
const asUser = (userId: string, role: "admin" | "member") =>
  actingAs(anybody, { kind: "user", userId, role, sessionId: userId });
const { id: adminId, email } = await createUser(db, { role: "admin" });
const ctx = asUser(adminId, "admin");
const origin = { ip: "203.0.113.9", userAgent: "Firefox" };
const memberId = await createCreditAccount(anybody, [{ credits: 500 }]);

const jobs = async () => {
  const text = `SELECT j.key FROM graphile_worker.jobs j WHERE j.task_identifier = 'check-ledger'`;
  return (await db.sql<{ key: string }>({ name: "check-jobs", text, values: [] })).map(({ key }) => key);
};
const drift = (milli: number) =>
  db.sql({
    name: "drift",
    text: "UPDATE credit_accounts SET balance_milli = balance_milli + $2::bigint WHERE user_id = $1::uuid",
    values: [memberId, BigInt(milli)],
  });

test("before the first check there is nothing to tell", async () => {
  expect(await getLedgerHealth(ctx)).toEqual({ last: null, current: null, history: [], emails: {} });
  expect(await findLastOutcome(db)).toBeNull();
});

test("who asks while a check waits gets that one; a job does it once, and the totals stand there", async () => {
  const asked = await Promise.all([requestLedgerCheck(ctx, origin), requestLedgerCheck(ctx, origin)]);
  expect(asked.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
  const checkId = asked[0].checkId;
  expect(asked[1].checkId).toBe(checkId);
  expect(await jobs()).toEqual([`check-ledger:${checkId}`]);
  expect((await getLedgerHealth(ctx)).current).toMatchObject({ state: "waiting", requestedBy: email });
  await runLedgerCheck(ctx, checkId);
  const { last, current } = await getLedgerHealth(ctx);
  expect(current).toBeNull();
  expect(last).toMatchObject({
    ...{ id: checkId, state: "passed", accounts: 1, problemCount: 0, problems: [] },
    totals: { issuedMilli: "500000", balancesMilli: "500000", spentMilli: "0" },
  });
  await db.prisma.ledgerCheck.update({ where: { id: checkId }, data: { accounts: 77 } });
  await runLedgerCheck(ctx, checkId);
  expect((await getLedgerHealth(ctx)).last?.accounts).toBe(77);
  const { entries } = await listAudit(ctx, { actions: ["ledger_verified"] });
  expect(entries).toMatchObject([{ actorId: adminId, targetId: checkId, ip: origin.ip }]);
});

test("drift is told with whose account it is and what differs, by the job of the night too", async () => {
  await drift(250);
  await checkLedgerByTheClock(ctx);
  const { last, emails } = await getLedgerHealth(ctx);
  expect(last).toMatchObject({ state: "found_problems", requestedBy: null });
  expect(last?.problems).toContainEqual(
    expect.objectContaining({ userId: memberId, actual: "500250", expected: "500000" }),
  );
  expect(emails[memberId]).toMatch(/@example\.com$/);
  expect(log.lines.at(-1)).toMatchObject({ level: "fatal", message: "the ledger does not add up" });
  expect(await findLastOutcome(db)).toEqual({ at: clock.now(), problems: last?.problemCount });
  await drift(-250);
});

test("a check that does not end says so, and keeps nobody from the next", async () => {
  const { checkId } = await requestLedgerCheck(ctx, origin);
  const sql: typeof db.sql = (statement) =>
    statement.name === "credit-totals" ? Promise.reject(new Error("away")) : db.sql(statement);
  const broken = { ...ctx, db: { ...db, sql } };
  await expect(runLedgerCheck(broken, checkId)).rejects.toThrow("away");
  expect((await getLedgerHealth(ctx)).history[0]).toMatchObject({
    id: checkId,
    state: "failed",
    accounts: 1,
  });
  const second = await requestLedgerCheck(ctx, origin);
  expect(second.isNew).toBe(true);
  await db.prisma.ledgerCheck.update({
    where: { id: second.checkId },
    data: { state: "running", updatedAt: new Date(clock.now().getTime() - 11 * 60_000) },
  });
  expect((await getLedgerHealth(ctx)).history[0]).toMatchObject({ state: "failed" });
  expect((await requestLedgerCheck(ctx, origin)).isNew).toBe(true);
  expect((await findLastOutcome(db))?.problems).toBeGreaterThan(0);
});

test("nothing of it is for members, visitors or the system", async () => {
  const member = asUser(memberId, "member");
  for (const who of [member, anybody, actingAs(anybody, { kind: "system", name: "x" })]) {
    await expect(getLedgerHealth(who)).rejects.toMatchObject({ code: "ledger_checks.forbidden" });
    await expect(requestLedgerCheck(who, origin)).rejects.toMatchObject({ code: "ledger_checks.forbidden" });
  }
});
