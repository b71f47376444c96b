import { expect, test } from "vitest";
import {
  captureHold,
  expireCredits,
  getBalance,
  getCreditOverview,
  holdCredits,
  listEntries,
  releaseExpiredHolds,
  releaseHold,
  spendCredits,
  verifyLedger,
} from "@/lib/credits";
import { createCreditAccount } from "@/tests/factories/credit-account";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { createTestDatabase } from "@/tests/setup/test-database";

const db = await createTestDatabase();
const start = new Date("2026-03-01T12:00:00Z");
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

function context() {
  const clock = fixedClock(start);
  return { ctx: { db, clock }, clock };
}

const twoLots = [{ credits: 3, kind: "subscription" as const, expiresAt: after(60) }, { credits: 5 }];

test("a hold reserves lots in burn order without moving the balance", async () => {
  const { ctx } = context();
  const userId = await createCreditAccount(ctx, twoLots);
  const held = await holdCredits(ctx, { userId, key: "run:1", creditsMilli: 4000n, expiresAt: after(5) });
  expect(held).toMatchObject({
    deltaMilli: 0n,
    balanceAfterMilli: 8000n,
    parts: [
      { lotNo: 1, kind: "subscription", creditsMilli: 3000n },
      { lotNo: 2, kind: "payg", creditsMilli: 1000n },
    ],
  });
  expect(await getBalance(ctx, userId)).toMatchObject({
    totalMilli: 4000n,
    subscriptionMilli: 0n,
    paygMilli: 4000n,
    heldMilli: 4000n,
  });
});

test("held credit cannot be spent or held again", async () => {
  const { ctx } = context();
  const userId = await createCreditAccount(ctx, twoLots);
  await holdCredits(ctx, { userId, key: "run:1", creditsMilli: 7000n, expiresAt: after(5) });
  await expect(spendCredits(ctx, { userId, key: "run:2", creditsMilli: 1001n })).rejects.toMatchObject({
    availableMilli: 1000n,
  });
  await expect(
    holdCredits(ctx, { userId, key: "run:3", creditsMilli: 1001n, expiresAt: after(5) }),
  ).rejects.toMatchObject({ availableMilli: 1000n, missingMilli: 1n });
});

test("a capture takes what was used from the first lots held and gives the rest back", async () => {
  const { ctx } = context();
  const userId = await createCreditAccount(ctx, twoLots);
  await holdCredits(ctx, { userId, key: "run:1", creditsMilli: 6000n, expiresAt: after(5) });
  expect(await captureHold(ctx, { userId, holdKey: "run:1", creditsMilli: 3500n })).toMatchObject({
    deltaMilli: -3500n,
    balanceAfterMilli: 4500n,
    parts: [
      { lotNo: 1, creditsMilli: 3000n },
      { lotNo: 2, creditsMilli: 500n },
    ],
  });
  expect(await getBalance(ctx, userId)).toMatchObject({ totalMilli: 4500n, heldMilli: 0n });
});

test("a capture of nothing charges nothing", async () => {
  const { ctx } = context();
  const userId = await createCreditAccount(ctx, twoLots);
  await holdCredits(ctx, { userId, key: "run:1", creditsMilli: 6000n, expiresAt: after(5) });
  expect(await captureHold(ctx, { userId, holdKey: "run:1", creditsMilli: 0n })).toMatchObject({
    deltaMilli: 0n,
    parts: [],
  });
  expect((await getBalance(ctx, userId)).totalMilli).toBe(8000n);
});

test("a release gives back exactly the lots it held, and the history says so", async () => {
  const { ctx } = context();
  const userId = await createCreditAccount(ctx, twoLots);
  const before = await getCreditOverview(ctx, userId);
  await holdCredits(ctx, {
    userId,
    key: "run:1",
    creditsMilli: 4000n,
    expiresAt: after(5),
    description: "Image optimiser",
  });
  expect(await releaseHold(ctx, { userId, holdKey: "run:1" })).toMatchObject({
    deltaMilli: 0n,
    parts: [
      { lotNo: 1, creditsMilli: 3000n },
      { lotNo: 2, creditsMilli: 1000n },
    ],
  });
  expect((await getCreditOverview(ctx, userId)).lots).toEqual(before.lots);
  expect((await listEntries(ctx, { userId })).entries[0]).toMatchObject({
    reason: "release",
    description: "Image optimiser",
  });
});

test("more than was held cannot be captured, and the hold stays open", async () => {
  const { ctx } = context();
  const userId = await createCreditAccount(ctx, twoLots);
  await holdCredits(ctx, { userId, key: "run:1", creditsMilli: 1000n, expiresAt: after(5) });
  await expect(captureHold(ctx, { userId, holdKey: "run:1", creditsMilli: 1001n })).rejects.toMatchObject({
    code: "credits.limit_exceeded",
    meta: { limit: "hold" },
  });
  expect((await getCreditOverview(ctx, userId)).holds).toHaveLength(1);
});

test("a hold ends once: released is not captured, captured is not released", async () => {
  const { ctx } = context();
  const userId = await createCreditAccount(ctx, twoLots);
  for (const key of ["run:1", "run:2"])
    await holdCredits(ctx, { userId, key, creditsMilli: 1000n, expiresAt: after(5) });
  await releaseHold(ctx, { userId, holdKey: "run:1" });
  await captureHold(ctx, { userId, holdKey: "run:2", creditsMilli: 1000n });
  await expect(captureHold(ctx, { userId, holdKey: "run:1", creditsMilli: 1000n })).rejects.toMatchObject({
    code: "credits.hold_settled",
    meta: { status: "released" },
  });
  await expect(releaseHold(ctx, { userId, holdKey: "run:2" })).rejects.toMatchObject({
    code: "credits.hold_settled",
    meta: { status: "captured" },
  });
});

test("a hold nobody made, or another account's, is not found", async () => {
  const { ctx } = context();
  const [owner, stranger] = [
    await createCreditAccount(ctx, twoLots),
    await createCreditAccount(ctx, twoLots),
  ];
  await holdCredits(ctx, { userId: owner, key: "run:1", creditsMilli: 1000n, expiresAt: after(5) });
  const refused = { code: "credits.not_found", kind: "not_found", meta: { record: "hold" } };
  await expect(
    captureHold(ctx, { userId: stranger, holdKey: "run:1", creditsMilli: 1n }),
  ).rejects.toMatchObject(refused);
  await expect(releaseHold(ctx, { userId: owner, holdKey: "run:2" })).rejects.toMatchObject(refused);
  await expect(releaseHold(ctx, { userId: owner, holdKey: "lot:1" })).rejects.toMatchObject(refused);
});

test("after a crash a hold lapses at its instant: reads and spends count it as released before any job has run", async () => {
  const { ctx, clock } = context();
  const userId = await createCreditAccount(ctx, [{ credits: 5 }]);
  await holdCredits(ctx, { userId, key: "run:1", creditsMilli: 5000n, expiresAt: after(5) });
  clock.set(new Date(after(5).getTime() - 1));
  expect(await getBalance(ctx, userId)).toMatchObject({ totalMilli: 0n, heldMilli: 5000n });
  clock.set(after(5));
  expect(await getBalance(ctx, userId)).toMatchObject({ totalMilli: 5000n, heldMilli: 0n });
  expect((await getCreditOverview(ctx, userId)).holds).toEqual([]);
  await spendCredits(ctx, { userId, key: "run:2", creditsMilli: 5000n });
  expect((await listEntries(ctx, { userId })).entries.map(({ reason }) => reason)).toEqual([
    "spend",
    "release",
    "grant",
  ]);
});

test("the job writes the release of lapsed holds, once; then a late capture is refused and a release is a replay", async () => {
  const { ctx, clock } = context();
  const userId = await createCreditAccount(ctx, [{ credits: 5 }]);
  await holdCredits(ctx, { userId, key: "run:1", creditsMilli: 5000n, expiresAt: after(5) });
  const released = async () => (await listEntries(ctx, { userId, reasons: ["release"] })).entries.length;
  await releaseExpiredHolds(ctx);
  expect(await released()).toBe(0);
  clock.set(after(5));
  expect((await releaseExpiredHolds(ctx)).accounts).toBeGreaterThan(0);
  expect(await released()).toBe(1);
  expect(await releaseExpiredHolds(ctx)).toEqual({ accounts: 0, entries: 0 });
  await expect(captureHold(ctx, { userId, holdKey: "run:1", creditsMilli: 1n })).rejects.toMatchObject({
    code: "credits.hold_expired",
  });
  expect(await releaseHold(ctx, { userId, holdKey: "run:1" })).toMatchObject({
    replayed: true,
    deltaMilli: 0n,
  });
});

test("credit reserved in time may be taken after its lot expired; what is given back expires at once", async () => {
  const { ctx, clock } = context();
  const userId = await createCreditAccount(ctx, twoLots);
  await holdCredits(ctx, { userId, key: "run:1", creditsMilli: 2000n, expiresAt: after(120) });
  clock.set(after(60));
  expect(await getBalance(ctx, userId)).toMatchObject({ totalMilli: 5000n, heldMilli: 2000n });
  await expireCredits(ctx);
  await captureHold(ctx, { userId, holdKey: "run:1", creditsMilli: 500n });
  const { entries } = await listEntries(ctx, { userId });
  expect(entries.map(({ reason, deltaMilli }) => [reason, deltaMilli])).toEqual([
    ["expire", -1500n],
    ["capture", -500n],
    ["expire", -1000n],
    ["grant", 5000n],
    ["grant", 3000n],
  ]);
  expect((await getBalance(ctx, userId)).totalMilli).toBe(5000n);
  expect((await verifyLedger(ctx, userId)).differences).toEqual([]);
});

test("a hold released after its lot expired gives nothing back to spend", async () => {
  const { ctx, clock } = context();
  const userId = await createCreditAccount(ctx, twoLots);
  await holdCredits(ctx, { userId, key: "run:1", creditsMilli: 4000n, expiresAt: after(120) });
  clock.set(after(61));
  await releaseHold(ctx, { userId, holdKey: "run:1" });
  expect(await getBalance(ctx, userId)).toMatchObject({ totalMilli: 5000n, heldMilli: 0n });
  expect((await listEntries(ctx, { userId })).entries[0]).toMatchObject({
    reason: "expire",
    deltaMilli: -3000n,
  });
});
