import { expect, test } from "vitest";
import { getBalance, grantCredits, listEntries, spendCredits } from "@/lib/credits";
import { InsufficientCredits } from "@/lib/credits/errors";
import { toMilli } from "@/lib/shared/credits";
import { createCreditAccount, type TestLot } from "@/tests/factories/credit-account";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { createTestDatabase } from "@/tests/setup/test-database";

const db = await createTestDatabase();
const clock = fixedClock(new Date("2026-03-01T12:00:00Z"));
const ctx = { db, clock };
const april = new Date("2026-04-01T00:00:00Z");
const may = new Date("2026-05-01T00:00:00Z");

const expired = {
  kind: "subscription" as const,
  effectiveAt: new Date("2026-01-01"),
  expiresAt: new Date("2026-02-01"),
};
const workedExamples: [name: string, lots: TestLot[], spent: number, sub: number, payg: number][] = [
  [
    "subscription credits go first, then pay-as-you-go",
    [{ credits: 500 }, { credits: 1000, kind: "subscription", expiresAt: april }],
    1200,
    0,
    300,
  ],
  ["pay-as-you-go alone", [{ credits: 800 }], 300, 0, 500],
  [
    "expired subscription credits do not count",
    [{ credits: 900, ...expired }, { credits: 400 }],
    200,
    0,
    200,
  ],
];

test.each(workedExamples)("%s", async (...[, lots, spent, sub, payg]) => {
  const userId = await createCreditAccount(ctx, lots);
  await spendCredits(ctx, { userId, creditsMilli: toMilli(spent), key: "run:1" });
  expect(await getBalance(ctx, userId)).toMatchObject({
    subscriptionMilli: toMilli(sub),
    paygMilli: toMilli(payg),
    totalMilli: toMilli(sub + payg),
  });
});

const burnOrder: [rule: string, first: TestLot, second: TestLot][] = [
  ["the lower priority", { credits: 1, kind: "subscription" }, { credits: 1, expiresAt: april }],
  [
    "a priority that was given",
    { credits: 1, priority: 5 },
    { credits: 1, kind: "subscription", expiresAt: april },
  ],
  ["the sooner expiry", { credits: 1, expiresAt: april }, { credits: 1, expiresAt: may }],
  ["any expiry before none", { credits: 1, kind: "promo", expiresAt: may }, { credits: 1, kind: "payg" }],
  [
    "the older",
    { credits: 1, effectiveAt: new Date("2026-01-01") },
    { credits: 1, effectiveAt: new Date("2026-01-02") },
  ],
];

test.each(burnOrder)("%s is spent first, whichever was granted first", async (_rule, first, second) => {
  const forward = await createCreditAccount(ctx, [first, second]);
  const backward = await createCreditAccount(ctx, [second, first]);
  const input = { creditsMilli: 1500n, key: "run:1" };
  const lots = async (userId: string) => (await spendCredits(ctx, { ...input, userId })).parts;
  expect(await lots(forward)).toMatchObject([
    { lotNo: 1, creditsMilli: 1000n },
    { lotNo: 2, creditsMilli: 500n },
  ]);
  expect(await lots(backward)).toMatchObject([
    { lotNo: 2, creditsMilli: 1000n },
    { lotNo: 1, creditsMilli: 500n },
  ]);
});

test("of lots alike in all else, the first granted is spent first", async () => {
  const userId = await createCreditAccount(ctx, [{ credits: 1 }, { credits: 1 }]);
  const { parts } = await spendCredits(ctx, { userId, creditsMilli: 1000n, key: "run:1" });
  expect(parts).toEqual([{ lotNo: 1, kind: "payg", creditsMilli: 1000n }]);
});

test("too little takes nothing and says what is available, required and missing", async () => {
  const userId = await createCreditAccount(ctx, [
    { credits: 3, kind: "subscription", expiresAt: april },
    { credits: 2 },
  ]);
  const refused = spendCredits(ctx, { userId, creditsMilli: 5001n, key: "run:1" });
  await expect(refused).rejects.toThrow(InsufficientCredits);
  await expect(refused).rejects.toMatchObject({
    code: "credits.insufficient",
    kind: "conflict",
    availableMilli: 5000n,
    requiredMilli: 5001n,
    missingMilli: 1n,
    meta: { availableMilli: 5000n, requiredMilli: 5001n, missingMilli: 1n },
  });
  expect((await getBalance(ctx, userId)).totalMilli).toBe(5000n);
  expect((await listEntries(ctx, { userId })).entries).toHaveLength(2);
});

test("a refused spend may be tried again under its key once there is enough", async () => {
  const userId = await createCreditAccount(ctx, [{ credits: 1 }]);
  const input = { userId, creditsMilli: 2000n, key: "run:1" };
  await expect(spendCredits(ctx, input)).rejects.toThrow(InsufficientCredits);
  await grantCredits(ctx, { userId, creditsMilli: 1000n, kind: "payg", key: "pi:2" });
  expect(await spendCredits(ctx, input)).toMatchObject({ replayed: false, balanceAfterMilli: 0n });
});

test("a user without any grant has nothing to spend", async () => {
  const userId = await createCreditAccount(ctx);
  await expect(spendCredits(ctx, { userId, creditsMilli: 1n, key: "run:1" })).rejects.toMatchObject({
    availableMilli: 0n,
  });
  expect(await getBalance(ctx, userId)).toMatchObject({ totalMilli: 0n, version: 0n });
});

test("a spend tells its number, its change, the balance after it and each lot it took from", async () => {
  const userId = await createCreditAccount(ctx, [
    { credits: 1, kind: "subscription", expiresAt: april },
    { credits: 2 },
  ]);
  expect(await spendCredits(ctx, { userId, creditsMilli: 1500n, key: "run:1" })).toEqual({
    seq: 3n,
    deltaMilli: -1500n,
    balanceAfterMilli: 1500n,
    at: clock.now(),
    parts: [
      { lotNo: 1, kind: "subscription", creditsMilli: 1000n },
      { lotNo: 2, kind: "payg", creditsMilli: 500n },
    ],
    debtDeltaMilli: 0n,
    replayed: false,
  });
});

test("amounts are exact far beyond what a float holds", async () => {
  const userId = await createCreditAccount(ctx);
  await grantCredits(ctx, { userId, creditsMilli: 9_007_199_254_740_993n, kind: "payg", key: "pi:1" });
  const { balanceAfterMilli } = await spendCredits(ctx, { userId, creditsMilli: 1n, key: "run:1" });
  expect(balanceAfterMilli).toBe(9_007_199_254_740_992n);
});
