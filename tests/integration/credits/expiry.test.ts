import { expect, test } from "vitest";
import {
  expireCredits,
  getBalance,
  getCreditOverview,
  grantCredits,
  listEntries,
  spendCredits,
  verifyLedger,
} from "@/lib/credits";
import { createCreditAccount } from "@/tests/factories/credit-account";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { createTestDatabase } from "@/tests/setup/test-database";

const db = await createTestDatabase();
const start = new Date("2026-03-01T12:00:00Z");
const end = new Date("2026-04-01T00:00:00Z");

function context() {
  const clock = fixedClock(start);
  return { ctx: { db, clock }, clock };
}

test("credit counts until the millisecond before its end, and not from its end on, job or no job", async () => {
  const { ctx, clock } = context();
  const userId = await createCreditAccount(ctx, [{ credits: 1, kind: "subscription", expiresAt: end }]);
  clock.set(new Date(end.getTime() - 1));
  expect((await getBalance(ctx, userId)).totalMilli).toBe(1000n);
  clock.set(end);
  expect((await getBalance(ctx, userId)).totalMilli).toBe(0n);
  await expect(spendCredits(ctx, { userId, creditsMilli: 1n, key: "run:1" })).rejects.toMatchObject({
    availableMilli: 0n,
  });
});

test("an account that cannot be settled stops no other, and the failure is told", async () => {
  const { ctx, clock } = context();
  const lot = { credits: 1, kind: "subscription" as const, expiresAt: end };
  const members = [];
  for (let i = 0; i < 3; i += 1) members.push(await createCreditAccount(ctx, [lot]));
  const [first] = members.toSorted();
  clock.set(end);
  const broken: typeof db = {
    ...db,
    sql: (statement) =>
      statement.name === "credit_settle" && statement.values[0] === first
        ? Promise.reject(new Error("disk full"))
        : db.sql(statement),
  };
  await expect(expireCredits({ db: broken, clock })).rejects.toThrow("1 accounts could not be settled");
  const written = await Promise.all(
    members.toSorted().map(async (id) => (await listEntries(ctx, { userId: id })).entries.length),
  );
  expect(written).toEqual([1, 2, 2]);
  expect(await expireCredits(ctx)).toEqual({ accounts: 1, entries: 1 });
});

test("a spend in the last millisecond succeeds", async () => {
  const { ctx, clock } = context();
  const userId = await createCreditAccount(ctx, [{ credits: 1, kind: "subscription", expiresAt: end }]);
  clock.set(new Date(end.getTime() - 1));
  expect((await spendCredits(ctx, { userId, creditsMilli: 1000n, key: "run:1" })).balanceAfterMilli).toBe(0n);
});

test("credit counts from its beginning on", async () => {
  const { ctx, clock } = context();
  const begins = new Date("2026-03-02T00:00:00Z");
  const userId = await createCreditAccount(ctx, [{ credits: 2, effectiveAt: begins }]);
  clock.set(new Date(begins.getTime() - 1));
  expect(await getBalance(ctx, userId)).toMatchObject({ totalMilli: 0n, upcomingMilli: 2000n });
  expect((await getCreditOverview(ctx, userId)).lots).toMatchObject([
    { status: "upcoming", spendableMilli: 0n },
  ]);
  expect((await listEntries(ctx, { userId })).entries).toMatchObject([{ countsFrom: begins }]);
  await expect(spendCredits(ctx, { userId, creditsMilli: 1n, key: "run:1" })).rejects.toMatchObject({
    availableMilli: 0n,
  });
  clock.set(begins);
  expect(await getBalance(ctx, userId)).toMatchObject({ totalMilli: 2000n, upcomingMilli: 0n });
});

test("the next change writes the expiry first, so the running balance is what people saw", async () => {
  const { ctx, clock } = context();
  const userId = await createCreditAccount(ctx, [
    { credits: 10, kind: "subscription", expiresAt: end, description: "Basic, March" },
    { credits: 4 },
  ]);
  clock.set(end);
  await spendCredits(ctx, { userId, creditsMilli: 1000n, key: "run:1" });
  const { entries } = await listEntries(ctx, { userId });
  expect(
    entries.map(({ reason, deltaMilli, balanceAfterMilli }) => [reason, deltaMilli, balanceAfterMilli]),
  ).toEqual([
    ["spend", -1000n, 3000n],
    ["expire", -10_000n, 4000n],
    ["grant", 4000n, 14_000n],
    ["grant", 10_000n, 10_000n],
  ]);
  expect(entries[1]).toMatchObject({ description: "Basic, March", reference: "lot:1" });
});

test("the job writes each expiry once, over many accounts, and leaves other credit alone", async () => {
  const { ctx, clock } = context();
  const expiring = { credits: 10, kind: "subscription" as const, expiresAt: end };
  const userIds = await Promise.all(
    Array.from({ length: 12 }, () => createCreditAccount(ctx, [expiring, { credits: 4 }])),
  );
  expect(await expireCredits(ctx)).toEqual({ accounts: 0, entries: 0 });
  clock.set(end);
  const jobs = await Promise.all([expireCredits(ctx), expireCredits(ctx)]);
  const written = jobs[0].entries + jobs[1].entries;
  for (const userId of userIds) {
    expect((await listEntries(ctx, { userId, reasons: ["expire"] })).entries).toMatchObject([
      { deltaMilli: -10_000n },
    ]);
    expect((await getBalance(ctx, userId)).totalMilli).toBe(4000n);
  }
  expect(written).toBeGreaterThanOrEqual(12);
  expect(await expireCredits(ctx)).toEqual({ accounts: 0, entries: 0 });
  expect((await verifyLedger(ctx)).differences).toEqual([]);
});

test("a grant that arrives after its end is on the record and worth nothing, and repays no debt", async () => {
  const { ctx, clock } = context();
  const userId = await createCreditAccount(ctx);
  clock.set(new Date("2026-05-01T00:00:00Z"));
  const grant = { userId, creditsMilli: 1000n, kind: "subscription" as const, key: "in:1:1", expiresAt: end };
  expect(await grantCredits(ctx, grant)).toMatchObject({ deltaMilli: 1000n, balanceAfterMilli: 1000n });
  expect((await getBalance(ctx, userId)).totalMilli).toBe(0n);
  expect(await grantCredits(ctx, grant)).toMatchObject({ replayed: true });
  expect((await listEntries(ctx, { userId })).entries.map(({ reason }) => reason)).toEqual([
    "expire",
    "grant",
  ]);
});

test("the timeline tells what expires when, soonest first, joined by instant and kind", async () => {
  const { ctx } = context();
  const later = new Date("2026-06-01T00:00:00Z");
  const userId = await createCreditAccount(ctx, [
    { credits: 5, kind: "promo", expiresAt: later },
    { credits: 1, kind: "subscription", expiresAt: end },
    { credits: 2, kind: "subscription", expiresAt: end },
    { credits: 3, kind: "promo", expiresAt: end },
    { credits: 7 },
  ]);
  expect((await getCreditOverview(ctx, userId)).expiries).toEqual([
    { at: end, kind: "subscription", creditsMilli: 3000n },
    { at: end, kind: "promo", creditsMilli: 3000n },
    { at: later, kind: "promo", creditsMilli: 5000n },
  ]);
});
