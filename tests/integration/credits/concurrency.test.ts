import { expect, test } from "vitest";
import {
  captureHold,
  getBalance,
  grantCredits,
  holdCredits,
  listEntries,
  releaseHold,
  spendCredits,
  verifyLedger,
} from "@/lib/credits";
import { InsufficientCredits } from "@/lib/credits/errors";
import { openDatabase, type Db } from "@/lib/db";
import { createCreditAccount } from "@/tests/factories/credit-account";
import { createUser } from "@/tests/factories/user";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { createTestDatabaseUrl } from "@/tests/setup/test-database";
import { afterAll } from "vitest";

const url = await createTestDatabaseUrl();
const db = openDatabase(url, 20);
const other = openDatabase(url, 20);
afterAll(() => Promise.all([db.close(), other.close()]));
const clock = fixedClock();
const ctx = { db, clock };
/** The same pool without the mark of a pool: spends go one by one, as they do from other processes. */
const plain = { db: { prisma: db.prisma, sql: (statement) => db.sql(statement) } satisfies Db, clock };

const paths: [name: string, contexts: { db: Db; clock: typeof clock }[]][] = [
  ["joined in one process", [ctx]],
  ["one by one", [plain]],
  ["joined in two processes", [ctx, { db: other, clock }]],
  ["joined here, one by one there", [ctx, plain]],
];

test.each(paths)(
  "of 3 spends of each of 60 accounts at once on credit for 2, exactly 2 of each succeed: %s",
  async (_name, contexts) => {
    const members = await Promise.all(
      Array.from({ length: 60 }, () => createCreditAccount(ctx, [{ credits: 2 }])),
    );
    const wanted = [1, 2, 3].flatMap((no) => members.map((userId) => ({ userId, key: `run:${no}` })));
    const spends = await Promise.allSettled(
      wanted.map(({ userId, key }, i) =>
        spendCredits(contexts[i % contexts.length]!, { userId, creditsMilli: 1000n, key }),
      ),
    );
    for (const userId of members) {
      const own = spends.filter((_, i) => wanted[i]!.userId === userId);
      expect(own.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
      expect((await verifyLedger(ctx, userId)).differences).toEqual([]);
    }
    const refused = spends.flatMap((spend) => (spend.status === "rejected" ? [spend.reason as unknown] : []));
    expect(refused.every((reason) => reason instanceof InsufficientCredits)).toBe(true);
  },
);

test.each(paths)(
  "of 500 spends at once on credit for 100, exactly 100 succeed: %s",
  async (_name, contexts) => {
    const userId = await createCreditAccount(ctx, [{ credits: 40, kind: "subscription" }, { credits: 60 }]);
    const spends = await Promise.allSettled(
      Array.from({ length: 500 }, (_, i) =>
        spendCredits(contexts[i % contexts.length]!, { userId, creditsMilli: 1000n, key: `run:${i}` }),
      ),
    );
    const done = spends.flatMap((spend) => (spend.status === "fulfilled" ? [spend.value] : []));
    const refused = spends.flatMap((spend) => (spend.status === "rejected" ? [spend.reason as unknown] : []));
    expect(done).toHaveLength(100);
    expect(refused.every((reason) => reason instanceof InsufficientCredits)).toBe(true);
    expect(new Set(done.map(({ seq }) => seq)).size).toBe(100);
    expect(done.map(({ balanceAfterMilli }) => balanceAfterMilli).sort((a, b) => Number(b - a))).toEqual(
      Array.from({ length: 100 }, (_, i) => BigInt(99 - i) * 1000n),
    );
    expect((await getBalance(ctx, userId)).totalMilli).toBe(0n);
    expect((await verifyLedger(ctx, userId)).differences).toEqual([]);
  },
);

test.each(paths)(
  "100 parallel spends with one key have one effect and one result: %s",
  async (_name, contexts) => {
    const userId = await createCreditAccount(ctx, [{ credits: 100 }]);
    const input = { userId, creditsMilli: 1000n, key: "run:1" };
    const receipts = await Promise.all(
      Array.from({ length: 100 }, (_, i) => spendCredits(contexts[i % contexts.length]!, input)),
    );
    const firsts = receipts.filter(({ replayed }) => !replayed);
    expect(firsts).toHaveLength(1);
    for (const receipt of receipts) expect(receipt).toEqual({ ...firsts[0], replayed: receipt.replayed });
    expect((await getBalance(ctx, userId)).totalMilli).toBe(99_000n);
  },
);

test("parallel spends with one key and two amounts: one of them takes effect, the other is a conflict", async () => {
  const userId = await createCreditAccount(ctx, [{ credits: 100 }]);
  const spends = await Promise.allSettled(
    Array.from({ length: 40 }, (_, i) =>
      spendCredits(ctx, { userId, creditsMilli: i % 2 ? 1000n : 2000n, key: "run:1" }),
    ),
  );
  const codes = spends.map((spend) =>
    spend.status === "rejected" ? (spend.reason as { code: string }).code : "done",
  );
  expect(codes.filter((code) => code === "done")).toHaveLength(20);
  expect(codes.filter((code) => code === "credits.key_conflict")).toHaveLength(20);
  expect((await listEntries(ctx, { userId })).entries).toHaveLength(2);
});

test("waiting spends with new keys, used keys and other content each get their own verdict", async () => {
  const userId = await createCreditAccount(ctx, [{ credits: 3 }, { credits: 2 }]);
  const spend = (key: string, creditsMilli = 1000n) => spendCredits(ctx, { userId, key, creditsMilli });
  const used = await spend("used");
  const outcomes = await Promise.allSettled([
    spend("lead"),
    spend("a"),
    spend("used"),
    spend("used", 2000n),
    spend("b"),
    spend("c", 2000n),
    spend("d"),
  ]);
  const told = outcomes.map((outcome) =>
    outcome.status === "fulfilled"
      ? outcome.value.balanceAfterMilli
      : (outcome.reason as { code: string }).code,
  );
  expect(told).toEqual([3000n, 2000n, 4000n, "credits.key_conflict", 1000n, "credits.insufficient", 0n]);
  expect(outcomes[2]).toMatchObject({ value: { ...used, replayed: true } });
  expect((await verifyLedger(ctx, userId)).differences).toEqual([]);
});

test("one used key among waiting spends is a replay, and the others are done", async () => {
  const userId = await createCreditAccount(ctx, [{ credits: 9 }]);
  const spend = (key: string) => spendCredits(ctx, { userId, key, creditsMilli: 1000n });
  await spend("used");
  const receipts = await Promise.all(["lead", "a", "used", "b"].map(spend));
  expect(receipts.map(({ seq, replayed }) => [seq, replayed])).toEqual([
    [3n, false],
    [4n, false],
    [2n, true],
    [5n, false],
  ]);
});

test("50 parallel holds with one key reserve once", async () => {
  const userId = await createCreditAccount(ctx, [{ credits: 10 }]);
  const hold = {
    userId,
    key: "run:1",
    creditsMilli: 1000n,
    expiresAt: new Date(clock.now().getTime() + 60_000),
  };
  const receipts = await Promise.all(
    Array.from({ length: 50 }, (_, i) => holdCredits(i % 2 ? ctx : { db: other, clock }, hold)),
  );
  expect(receipts.filter(({ replayed }) => !replayed)).toHaveLength(1);
  expect(await getBalance(ctx, userId)).toMatchObject({ totalMilli: 9000n, heldMilli: 1000n });
});

test("50 parallel tellings of a first payment grant it once, and 50 first payments are all granted", async () => {
  const { id: told } = await createUser(db);
  const grant = { creditsMilli: 500_000n, kind: "payg" as const };
  const tellings = Array.from({ length: 50 }, (_, i) =>
    grantCredits(i % 2 ? ctx : { db: other, clock }, { ...grant, userId: told, key: "pi:1" }),
  );
  expect((await Promise.all(tellings)).filter(({ replayed }) => !replayed)).toHaveLength(1);
  expect((await getBalance(ctx, told)).totalMilli).toBe(500_000n);

  const { id: buyer } = await createUser(db);
  await Promise.all(
    Array.from({ length: 50 }, (_, i) =>
      grantCredits(i % 2 ? ctx : { db: other, clock }, { ...grant, userId: buyer, key: `pi:${i}` }),
    ),
  );
  expect((await getBalance(ctx, buyer)).totalMilli).toBe(25_000_000n);
  expect((await verifyLedger(ctx)).differences).toEqual([]);
});

test("holds and spends that compete take no credit twice", async () => {
  const userId = await createCreditAccount(ctx, [{ credits: 30 }, { credits: 20 }]);
  const expiresAt = new Date(clock.now().getTime() + 60_000);
  const attempts = await Promise.allSettled(
    Array.from({ length: 120 }, (_, i) =>
      i % 2
        ? spendCredits(ctx, { userId, creditsMilli: 1000n, key: `run:${i}` })
        : holdCredits(ctx, { userId, creditsMilli: 1000n, key: `run:${i}`, expiresAt }),
    ),
  );
  expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(50);
  expect(await getBalance(ctx, userId)).toMatchObject({ totalMilli: 0n });
  expect((await verifyLedger(ctx, userId)).differences).toEqual([]);
});

test("a hold that is captured and released at once ends one way", async () => {
  const userId = await createCreditAccount(ctx, [{ credits: 10 }]);
  for (let round = 0; round < 10; round += 1) {
    const holdKey = `run:${round}`;
    const expiresAt = new Date(clock.now().getTime() + 60_000);
    await holdCredits(ctx, { userId, creditsMilli: 1000n, key: holdKey, expiresAt });
    const ends = await Promise.allSettled([
      captureHold(ctx, { userId, holdKey, creditsMilli: 1000n }),
      releaseHold({ db: other, clock }, { userId, holdKey }),
    ]);
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  }
  const captured = (await listEntries(ctx, { userId, reasons: ["capture"] })).entries.length;
  expect((await getBalance(ctx, userId)).totalMilli).toBe(10_000n - BigInt(captured) * 1000n);
});

test("spends of many accounts at once, in transactions that hold other locks too, never deadlock", async () => {
  const userIds = await Promise.all(
    Array.from({ length: 8 }, () => createCreditAccount(ctx, [{ credits: 100 }])),
  );
  await Promise.all(
    Array.from({ length: 160 }, (_, i) =>
      db.transaction(async (tx) => {
        await spendCredits(
          { db: tx, clock },
          { userId: userIds[i % 8]!, creditsMilli: 1000n, key: `run:${i}` },
        );
        await grantCredits(
          { db: tx, clock },
          { userId: userIds[i % 8]!, creditsMilli: 1n, kind: "promo", key: `bonus:${i}` },
        );
      }),
    ),
  );
  expect((await verifyLedger(ctx)).differences).toEqual([]);
});
