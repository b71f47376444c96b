import { expect, test } from "vitest";
import {
  captureHold,
  forgiveDebt,
  freezeLot,
  getBalance,
  getCreditOverview,
  grantCredits,
  holdCredits,
  previewRevocation,
  releaseHold,
  restoreCredits,
  revokeCredits,
  spendCredits,
  unfreezeLot,
  verifyLedger,
} from "@/lib/credits";
import { createCreditAccount } from "@/tests/factories/credit-account";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { createTestDatabase } from "@/tests/setup/test-database";

const db = await createTestDatabase();
const start = new Date("2026-03-01T12:00:00Z");
const later = new Date("2026-03-01T13:00:00Z");
const usd = (amountMinor: bigint) => ({ amountMinor, currency: "usd" });
const pack = { credits: 500, cost: usd(4500n), key: "pi:1" };

function context() {
  const clock = fixedClock(start);
  return { ctx: { db, clock }, clock };
}

const spend = (ctx: ReturnType<typeof context>["ctx"], userId: string, credits: number) =>
  spendCredits(ctx, { userId, creditsMilli: BigInt(credits) * 1000n, key: `run:${credits}` });
const refund = (userId: string, no: number, amountMinor: bigint) => ({
  userId,
  key: `re:${no}`,
  lotKey: "pi:1",
  take: usd(amountMinor),
});

test("a refund takes from its own purchase's lot only", async () => {
  const { ctx } = context();
  const userId = await createCreditAccount(ctx, [{ credits: 100 }, pack]);
  expect(await revokeCredits(ctx, refund(userId, 1, 4500n))).toMatchObject({
    deltaMilli: -500_000n,
    debtDeltaMilli: 0n,
    parts: [{ lotNo: 2, creditsMilli: 500_000n }],
  });
  expect(await getBalance(ctx, userId)).toMatchObject({ totalMilli: 100_000n, debtMilli: 0n });
});

test("partial refunds take in proportion to the money returned so far, rounded down once over all of them", async () => {
  const { ctx } = context();
  const userId = await createCreditAccount(ctx, [{ credits: 100, cost: usd(3n), key: "pi:1" }]);
  const taken = [];
  for (const no of [1, 2, 3]) taken.push((await revokeCredits(ctx, refund(userId, no, 1n))).deltaMilli);
  expect(taken).toEqual([-33_333n, -33_333n, -33_334n]);
});

test("more money back than was paid takes no more than the lot", async () => {
  const { ctx } = context();
  const userId = await createCreditAccount(ctx, [pack]);
  await revokeCredits(ctx, refund(userId, 1, 4000n));
  await revokeCredits(ctx, refund(userId, 2, 4500n));
  expect(await revokeCredits(ctx, refund(userId, 3, 4500n))).toMatchObject({
    deltaMilli: 0n,
    debtDeltaMilli: 0n,
  });
  expect(await getBalance(ctx, userId)).toMatchObject({ totalMilli: 0n, debtMilli: 0n });
});

test("what was spent becomes debt, foreseen by the preview, and other lots stay spendable", async () => {
  const { ctx } = context();
  const userId = await createCreditAccount(ctx, [pack, { credits: 50 }]);
  await spend(ctx, userId, 300);
  const preview = await previewRevocation(ctx, { userId, lotKey: "pi:1", take: usd(4500n) });
  expect(preview).toEqual({
    creditsMilli: 500_000n,
    takenMilli: 200_000n,
    reservedMilli: 0n,
    alreadyExpiredMilli: 0n,
    debtMilli: 300_000n,
  });
  expect(await revokeCredits(ctx, refund(userId, 1, 4500n))).toMatchObject({
    deltaMilli: -500_000n,
    balanceAfterMilli: -250_000n,
    debtDeltaMilli: 300_000n,
  });
  expect(await getBalance(ctx, userId)).toMatchObject({ totalMilli: 50_000n, debtMilli: 300_000n });
  await spend(ctx, userId, 50);
});

test("a half refund of a half spent lot makes no debt", async () => {
  const { ctx } = context();
  const userId = await createCreditAccount(ctx, [pack]);
  await spend(ctx, userId, 250);
  await revokeCredits(ctx, refund(userId, 1, 2250n));
  expect(await getBalance(ctx, userId)).toMatchObject({ totalMilli: 0n, debtMilli: 0n });
});

test("the next grant repays the debt first", async () => {
  const { ctx } = context();
  const userId = await createCreditAccount(ctx, [pack]);
  await spend(ctx, userId, 500);
  await revokeCredits(ctx, refund(userId, 1, 4500n));
  const first = await grantCredits(ctx, { userId, key: "pi:2", kind: "payg", creditsMilli: 200_000n });
  expect(first).toMatchObject({ deltaMilli: 200_000n, debtDeltaMilli: -200_000n, parts: [] });
  const second = await grantCredits(ctx, { userId, key: "pi:3", kind: "payg", creditsMilli: 400_000n });
  expect(second).toMatchObject({ debtDeltaMilli: -300_000n, parts: [{ lotNo: 3, creditsMilli: 100_000n }] });
  expect(await getBalance(ctx, userId)).toMatchObject({ totalMilli: 100_000n, debtMilli: 0n });
  expect((await verifyLedger(ctx, userId)).differences).toEqual([]);
});

test("an admin may forgive a part of the debt or all of it, and no more than there is", async () => {
  const { ctx } = context();
  const userId = await createCreditAccount(ctx, [pack]);
  const tooMuch = { code: "credits.limit_exceeded", meta: { limit: "debt" } };
  await expect(forgiveDebt(ctx, { userId, key: "f:0" })).rejects.toMatchObject(tooMuch);
  await spend(ctx, userId, 500);
  await revokeCredits(ctx, refund(userId, 1, 4500n));
  await expect(forgiveDebt(ctx, { userId, key: "f:0", creditsMilli: 500_001n })).rejects.toMatchObject(
    tooMuch,
  );
  expect(await forgiveDebt(ctx, { userId, key: "f:1", creditsMilli: 100_000n })).toMatchObject({
    debtDeltaMilli: -100_000n,
  });
  expect(await forgiveDebt(ctx, { userId, key: "f:2" })).toMatchObject({
    deltaMilli: 400_000n,
    balanceAfterMilli: 0n,
  });
});

test("credit that had expired is neither taken nor owed", async () => {
  const { ctx, clock } = context();
  const userId = await createCreditAccount(ctx, [{ ...pack, kind: "subscription", expiresAt: later }]);
  await spend(ctx, userId, 200);
  clock.set(later);
  await revokeCredits(ctx, refund(userId, 1, 4500n));
  expect(await getBalance(ctx, userId)).toMatchObject({ debtMilli: 200_000n });
});

test("a refund that failed gives back what it took, in any order", async () => {
  const { ctx } = context();
  const userId = await createCreditAccount(ctx, [pack]);
  await spend(ctx, userId, 250);
  await revokeCredits(ctx, refund(userId, 1, 2250n));
  await revokeCredits(ctx, refund(userId, 2, 2250n));
  expect(await getBalance(ctx, userId)).toMatchObject({ totalMilli: 0n, debtMilli: 250_000n });
  // The first refund took the unspent half, the second made the debt; without the first there is no debt.
  await restoreCredits(ctx, { userId, key: "re:1:failed", revocationKey: "re:1" });
  expect(await getBalance(ctx, userId)).toMatchObject({ totalMilli: 0n, debtMilli: 0n });
  await restoreCredits(ctx, { userId, key: "re:2:failed", revocationKey: "re:2" });
  expect(await getBalance(ctx, userId)).toMatchObject({ totalMilli: 250_000n, debtMilli: 0n });
  await expect(restoreCredits(ctx, { userId, key: "again", revocationKey: "re:2" })).rejects.toMatchObject({
    code: "credits.already_restored",
  });
});

test("debt that a grant repaid meanwhile comes back as credit that never expires; forgiven debt does not", async () => {
  const { ctx } = context();
  const userId = await createCreditAccount(ctx, [pack]);
  await spend(ctx, userId, 500);
  await revokeCredits(ctx, refund(userId, 1, 4500n));
  await grantCredits(ctx, { userId, key: "pi:2", kind: "payg", creditsMilli: 100_000n });
  await forgiveDebt(ctx, { userId, key: "f:1", creditsMilli: 50_000n });
  expect(await restoreCredits(ctx, { userId, key: "re:1:failed", revocationKey: "re:1" })).toMatchObject({
    deltaMilli: 450_000n,
    debtDeltaMilli: -350_000n,
    parts: [{ lotNo: 3, kind: "payg", creditsMilli: 100_000n }],
  });
  expect(await getBalance(ctx, userId)).toMatchObject({ totalMilli: 100_000n, debtMilli: 0n });
  expect((await verifyLedger(ctx, userId)).differences).toEqual([]);
});

test("credit given back to a lot that has expired expires at once", async () => {
  const { ctx, clock } = context();
  const userId = await createCreditAccount(ctx, [{ ...pack, kind: "subscription", expiresAt: later }]);
  await revokeCredits(ctx, refund(userId, 1, 4500n));
  clock.set(later);
  await restoreCredits(ctx, { userId, key: "re:1:failed", revocationKey: "re:1" });
  expect((await getBalance(ctx, userId)).totalMilli).toBe(0n);
});

test("a refund while work runs waits for what it reserved: given back it is taken, used it is owed", async () => {
  const { ctx } = context();
  const userId = await createCreditAccount(ctx, [pack]);
  const hold = { userId, creditsMilli: 100_000n, expiresAt: later };
  await holdCredits(ctx, { ...hold, key: "run:1" });
  await holdCredits(ctx, { ...hold, key: "run:2" });
  expect(await previewRevocation(ctx, { userId, lotKey: "pi:1", take: usd(4500n) })).toMatchObject({
    reservedMilli: 200_000n,
  });
  await revokeCredits(ctx, refund(userId, 1, 4500n));
  expect(await getBalance(ctx, userId)).toMatchObject({ totalMilli: 0n, heldMilli: 200_000n, debtMilli: 0n });
  await releaseHold(ctx, { userId, holdKey: "run:1" });
  expect(await getBalance(ctx, userId)).toMatchObject({ totalMilli: 0n, heldMilli: 100_000n, debtMilli: 0n });
  await captureHold(ctx, { userId, holdKey: "run:2", creditsMilli: 60_000n });
  expect(await getBalance(ctx, userId)).toMatchObject({ totalMilli: 0n, heldMilli: 0n, debtMilli: 60_000n });
  expect((await verifyLedger(ctx, userId)).differences).toEqual([]);
});

test("a disputed lot is frozen, keeps its expiry, and a running hold on it may finish", async () => {
  const { ctx, clock } = context();
  const userId = await createCreditAccount(ctx, [{ ...pack, expiresAt: later }, { credits: 10 }]);
  await holdCredits(ctx, { userId, key: "run:1", creditsMilli: 5000n, expiresAt: later });
  await freezeLot(ctx, { userId, key: "dp:1:opened", lotKey: "pi:1" });
  expect(await getBalance(ctx, userId)).toMatchObject({
    totalMilli: 10_000n,
    frozenMilli: 495_000n,
    heldMilli: 5000n,
  });
  await expect(spend(ctx, userId, 11)).rejects.toMatchObject({ availableMilli: 10_000n });
  await captureHold(ctx, { userId, holdKey: "run:1", creditsMilli: 5000n });
  await unfreezeLot(ctx, { userId, key: "dp:1:won", lotKey: "pi:1" });
  expect(await getBalance(ctx, userId)).toMatchObject({ totalMilli: 505_000n, frozenMilli: 0n });
  await freezeLot(ctx, { userId, key: "dp:1:opened", lotKey: "pi:1" });
  expect(await getBalance(ctx, userId)).toMatchObject({ frozenMilli: 0n });
  clock.set(later);
  expect((await getBalance(ctx, userId)).totalMilli).toBe(10_000n);
});

test("a lost dispute claws a frozen lot back", async () => {
  const { ctx } = context();
  const userId = await createCreditAccount(ctx, [pack]);
  await freezeLot(ctx, { userId, key: "dp:1:opened", lotKey: "pi:1" });
  expect((await getCreditOverview(ctx, userId)).lots).toMatchObject([{ status: "frozen" }]);
  await revokeCredits(ctx, { userId, key: "dp:1:lost", lotKey: "pi:1", take: usd(4500n) });
  expect(await getBalance(ctx, userId)).toMatchObject({ totalMilli: 0n, frozenMilli: 0n, debtMilli: 0n });
});

test("a lot clawed back by money and by credits is given back once, in whichever order", async () => {
  const { ctx } = context();
  for (const order of [
    ["admin:1", "re:1"],
    ["re:1", "admin:1"],
  ]) {
    const userId = await createCreditAccount(ctx, [pack]);
    const take = { creditsMilli: 500_000n };
    await revokeCredits(ctx, { userId, key: "admin:1", lotKey: "pi:1", take });
    await revokeCredits(ctx, { userId, key: "re:1", lotKey: "pi:1", take: usd(4500n) });
    for (const revocationKey of order)
      await restoreCredits(ctx, { userId, key: `back:${revocationKey}`, revocationKey });
    expect(await getBalance(ctx, userId)).toMatchObject({ totalMilli: 500_000n, debtMilli: 0n });
    expect((await verifyLedger(ctx, userId)).differences).toEqual([]);
  }
});

test("the preview of a lot that has expired meanwhile takes nothing, as the clawback itself does", async () => {
  const { ctx, clock } = context();
  const userId = await createCreditAccount(ctx, [{ ...pack, expiresAt: later }]);
  clock.set(later);
  expect(await previewRevocation(ctx, { userId, lotKey: "pi:1", take: usd(4500n) })).toMatchObject({
    ...{ takenMilli: 0n, alreadyExpiredMilli: 500_000n, debtMilli: 0n },
  });
  expect(await revokeCredits(ctx, refund(userId, 1, 4500n))).toMatchObject({ deltaMilli: 0n });
});

test("a lot without a price is revoked by credits, up to its amount", async () => {
  const { ctx } = context();
  const userId = await createCreditAccount(ctx, [{ credits: 10, kind: "admin" }]);
  const take = (creditsMilli: bigint) => ({ userId, lotKey: "lot:1", take: { creditsMilli } });
  const beyond = { code: "credits.limit_exceeded", meta: { limit: "lot" } };
  await expect(revokeCredits(ctx, { ...take(10_001n), key: "undo:1" })).rejects.toMatchObject(beyond);
  await expect(previewRevocation(ctx, take(10_001n))).rejects.toMatchObject(beyond);
  expect(await revokeCredits(ctx, { ...take(10_000n), key: "undo:1" })).toMatchObject({
    deltaMilli: -10_000n,
  });
  await restoreCredits(ctx, { userId, key: "redo:1", revocationKey: "undo:1" });
  expect((await getBalance(ctx, userId)).totalMilli).toBe(10_000n);
});

test("money of another currency, unknown lots and unknown revocations are refused", async () => {
  const { ctx } = context();
  const userId = await createCreditAccount(ctx, [pack, { credits: 1 }]);
  const eur = { amountMinor: 1n, currency: "eur" };
  const mismatch = { code: "credits.currency_mismatch", kind: "invalid" };
  await expect(revokeCredits(ctx, { ...refund(userId, 1, 1n), take: eur })).rejects.toMatchObject(mismatch);
  await expect(previewRevocation(ctx, { userId, lotKey: "pi:1", take: eur })).rejects.toMatchObject(mismatch);
  await expect(revokeCredits(ctx, { ...refund(userId, 1, 1n), lotKey: "lot:2" })).rejects.toMatchObject(
    mismatch,
  );
  const lost = { code: "credits.not_found", meta: { record: "lot" } };
  await expect(revokeCredits(ctx, { ...refund(userId, 1, 1n), lotKey: "pi:2" })).rejects.toMatchObject(lost);
  await expect(previewRevocation(ctx, { userId, lotKey: "pi:2", take: usd(1n) })).rejects.toMatchObject(lost);
  await expect(freezeLot(ctx, { userId, key: "dp", lotKey: "pi:2" })).rejects.toMatchObject(lost);
  await expect(restoreCredits(ctx, { userId, key: "x", revocationKey: "re:9" })).rejects.toMatchObject({
    code: "credits.not_found",
    meta: { record: "revocation" },
  });
});
