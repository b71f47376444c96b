import { expect, test } from "vitest";
import {
  explainBalance,
  freezeLot,
  getCreditOverview,
  holdCredits,
  revokeCredits,
  spendCredits,
} from "@/lib/credits";
import { createCreditAccount } from "@/tests/factories/credit-account";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { createTestDatabase } from "@/tests/setup/test-database";

const db = await createTestDatabase();
const clock = fixedClock(new Date("2026-03-01T00:00:00Z"));
const ctx = { db, clock };
const april = new Date("2026-04-01T00:00:00Z");

async function busyAccount(): Promise<string> {
  const userId = await createCreditAccount(ctx, [
    { credits: 50, key: "pi:1", description: "50 credits", cost: { amountMinor: 500n, currency: "usd" } },
    { credits: 100, kind: "subscription", key: "in:1", expiresAt: april },
    { credits: 7, kind: "promo", key: "promo:1", effectiveAt: april },
    { credits: 9, kind: "admin", key: "admin:1" },
    { credits: 3, key: "pi:2" },
  ]);
  await spendCredits(ctx, { userId, key: "run:1", creditsMilli: 103_000n });
  await revokeCredits(ctx, {
    userId,
    key: "re:1",
    lotKey: "pi:1",
    take: { amountMinor: 100n, currency: "usd" },
  });
  await holdCredits(ctx, {
    userId,
    key: "run:2",
    creditsMilli: 2000n,
    expiresAt: april,
    description: "Image optimiser",
  });
  await freezeLot(ctx, { userId, key: "dp:1", lotKey: "pi:2" });
  return userId;
}

test("the overview lists what is left in the order in which it is spent, and what runs", async () => {
  const { balance, lots, holds } = await getCreditOverview(ctx, await busyAccount());
  expect(balance).toMatchObject({
    totalMilli: 44_000n,
    subscriptionMilli: 0n,
    paygMilli: 44_000n,
    heldMilli: 2000n,
    frozenMilli: 3000n,
    upcomingMilli: 7000n,
    debtMilli: 0n,
  });
  expect(lots.map(({ lotKey, status, spendableMilli }) => [lotKey, status, spendableMilli])).toEqual([
    ["pi:1", "spendable", 35_000n],
    ["admin:1", "spendable", 9000n],
    ["pi:2", "frozen", 0n],
    ["promo:1", "upcoming", 0n],
  ]);
  expect(lots[0]).toEqual({
    no: 1,
    kind: "payg",
    lotKey: "pi:1",
    description: "50 credits",
    status: "spendable",
    grantedMilli: 50_000n,
    spentMilli: 3000n,
    expiredMilli: 0n,
    clawedBackMilli: 10_000n,
    toDebtMilli: 0n,
    remainingMilli: 37_000n,
    heldMilli: 2000n,
    spendableMilli: 35_000n,
    cost: { amountMinor: 500n, currency: "usd" },
    grantedAt: clock.now(),
    effectiveAt: clock.now(),
    expiresAt: null,
  });
  expect(holds).toMatchObject([
    { creditsMilli: 2000n, description: "Image optimiser", reference: "run:2", expiresAt: april },
  ]);
});

test("a lot whose rest is all reserved says so", async () => {
  const userId = await createCreditAccount(ctx, [{ credits: 1 }]);
  await holdCredits(ctx, { userId, key: "run:1", creditsMilli: 1000n, expiresAt: april });
  expect((await getCreditOverview(ctx, userId)).lots).toMatchObject([
    { status: "held", heldMilli: 1000n, cost: null },
  ]);
});

test("an expired lot is listed only while running work still holds some of it", async () => {
  const userId = await createCreditAccount(ctx, [{ credits: 2, expiresAt: new Date("2026-03-02") }]);
  await holdCredits(ctx, { userId, key: "run:1", creditsMilli: 500n, expiresAt: april });
  const later = { db, clock: fixedClock(new Date("2026-03-03")) };
  expect(await getCreditOverview(later, userId)).toMatchObject({
    lots: [{ status: "expired", expiredMilli: 1500n, remainingMilli: 500n, spendableMilli: 0n }],
    expiries: [],
  });
});

test("the explanation of a balance adds up to it, with what is used up told in sum", async () => {
  const { balance, totals, lots, emptyLots } = await explainBalance(ctx, await busyAccount());
  expect(totals).toEqual({
    lots: 5,
    grantedMilli: 169_000n,
    spentMilli: 103_000n,
    expiredMilli: 0n,
    clawedBackMilli: 10_000n,
    toDebtMilli: 0n,
    heldMilli: 2000n,
    frozenMilli: 3000n,
    upcomingMilli: 7000n,
    spendableMilli: balance.totalMilli,
  });
  expect(emptyLots).toMatchObject({
    lots: 1,
    grantedMilli: 100_000n,
    spentMilli: 100_000n,
    spendableMilli: 0n,
  });
  expect(lots.reduce((sum, lot) => sum + lot.grantedMilli, emptyLots.grantedMilli)).toBe(totals.grantedMilli);
});

test("an account without any grant has an empty overview and explanation", async () => {
  const userId = await createCreditAccount(ctx);
  expect(await getCreditOverview(ctx, userId)).toMatchObject({ lots: [], holds: [], expiries: [] });
  expect(await explainBalance(ctx, userId)).toMatchObject({
    lots: [],
    totals: { lots: 0, grantedMilli: 0n },
  });
});
