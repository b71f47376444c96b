import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AppContext } from "@/lib/context";
import { listAdjustments, previewReversal, reverseAdjustment } from "@/lib/credit-adjustments";
import {
  explainBalance,
  getBalance,
  grantCredits,
  holdCredits,
  restoreCredits,
  revokeCredits,
  verifyLedger,
} from "@/lib/credits";
import { createCreditAccount } from "@/tests/factories/credit-account";
import { createUser } from "@/tests/factories/user";
import { add, figuresOf, later, openAdjustments, origin, remove } from "@/tests/setup/adjustments";

const world = await openAdjustments();
const { db, ctx, other, confirm, undo, spend, standingOf, latest, audited } = world;

describe("undoing", () => {
  test("takes back what is left of an addition, and what was used only as debt", async () => {
    const userId = await createCreditAccount(ctx);
    const { id } = await confirm(userId, add(100));
    await spend(userId, 30);
    const mild = await previewReversal(ctx, { userId, adjustmentId: id, asDebt: false });
    expect(mild).toMatchObject({ usedMilli: 30_000n });
    expect(figuresOf(mild.plan)).toEqual([0, 0]);
    const hard = await previewReversal(ctx, { userId, adjustmentId: id, asDebt: true });
    expect(figuresOf(hard.plan)).toEqual([0, 30]);
    expect(await standingOf(userId)).toEqual([70, 0]);

    await undo(userId, id, { asDebt: true });
    expect(await standingOf(userId)).toEqual([0, 30]);
    expect(await latest(userId)).toMatchObject({
      reason: "revoke",
      credits: -100,
      description: "A change by our support was undone",
    });
    expect((await audited(userId)).at(-1)).toMatchObject({
      ...{ action: "credits_adjustment_reversed", targetId: `admin:${id}`, reason: "By mistake" },
      after: { spendableMilli: "0", debtMilli: "30000" },
    });

    const { id: spent } = await confirm(userId, add(30));
    const none = await previewReversal(ctx, { userId, adjustmentId: spent, asDebt: false });
    expect(none.plan).toMatchObject({ refusal: "nothing_left", missingMilli: 30_000n });
    await expect(undo(userId, spent)).rejects.toMatchObject({ code: "adjustments.nothing_left" });
    await undo(userId, spent, { asDebt: true });
    expect(await standingOf(userId)).toEqual([0, 30]);
  });

  test("gives what was removed back to the lots it came from, with their old expiry, and takes its debt away", async () => {
    const userId = await createCreditAccount(ctx, [
      { credits: 10, expiresAt: later(5) },
      { credits: 20 },
      { credits: 15 },
    ]);
    await spend(userId, 12);
    const before = await explainBalance(ctx, userId);
    const { id } = await confirm(userId, remove(40, { asDebt: true }));
    expect(await standingOf(userId)).toEqual([0, 7]);
    // Part of the debt was repaid meanwhile: it comes back as credits that never expire.
    await confirm(userId, add(5));
    expect(await standingOf(userId)).toEqual([0, 2]);
    const { plan } = await previewReversal(ctx, { userId, adjustmentId: id, asDebt: false });
    expect(figuresOf(plan)).toEqual([38, 0]);
    await undo(userId, id);
    expect(await standingOf(userId)).toEqual([38, 0]);
    const { lots } = await explainBalance(ctx, userId);
    const left = lots.map(({ no, remainingMilli }) => [no, remainingMilli]);
    expect(left.slice(0, 2)).toEqual(before.lots.map(({ no, remainingMilli }) => [no, remainingMilli]));
    expect(await latest(userId)).toMatchObject({ reason: "restore", credits: 40 });
    expect((await verifyLedger({ db })).differences).toEqual([]);
  });

  test("happens once, whoever and however often asks, and is not undone itself", async () => {
    const userId = await createCreditAccount(ctx, [{ credits: 50 }]);
    const { id: adjustmentId } = await confirm(userId, remove(20));
    const { token } = await previewReversal(ctx, { userId, adjustmentId, asDebt: false });
    const ask = (by: AppContext, id: string = randomUUID()) =>
      reverseAdjustment(by, {
        id,
        userId,
        adjustmentId,
        asDebt: false,
        note: null,
        token,
        reason: "Undo",
        origin,
      });
    const id = randomUUID();
    const outcomes = await Promise.allSettled([ask(ctx, id), ask(ctx, id), ask(other), ask(other)]);
    expect(outcomes.filter((one) => one.status === "fulfilled" && one.value.done)).toHaveLength(1);
    expect(await standingOf(userId)).toEqual([50, 0]);
    await expect(ask(other)).rejects.toMatchObject({ code: "adjustments.not_reversible_reversed" });
    const { adjustments } = await listAdjustments(ctx, { userId });
    const [reversal, removal] = adjustments;
    expect(removal?.reversedById).toBe(reversal?.id);
    await expect(undo(userId, reversal?.id ?? "")).rejects.toMatchObject({
      code: "adjustments.not_reversible_final",
    });
    const stranger = await createCreditAccount(ctx);
    await expect(undo(stranger, adjustmentId)).rejects.toMatchObject({ code: "adjustments.not_found" });
    await expect(undo(userId, "nothing")).rejects.toMatchObject({ code: "adjustments.not_found" });
    await expect(
      reverseAdjustment(ctx, {
        id: adjustmentId,
        userId,
        adjustmentId,
        asDebt: false,
        note: null,
        token,
        reason: "Undo",
        origin,
      }),
    ).rejects.toMatchObject({ code: "adjustments.key_conflict" });
    await expect(
      db.sql({ name: "edit", text: "UPDATE credit_adjustments SET reason = 'x'", values: [] }),
    ).rejects.toThrow(/never changed/);
  });

  test("of a removal that a running service outlived leaves what is held alone", async () => {
    const userId = await createCreditAccount(ctx, [{ credits: 50 }]);
    const { id } = await confirm(userId, add(10, { expiresAt: later(2) }));
    await holdCredits(ctx, { userId, key: "run", creditsMilli: 4_000n, expiresAt: later(1) });
    const preview = await previewReversal(ctx, { userId, adjustmentId: id, asDebt: false });
    expect(figuresOf(preview.plan)).toEqual([50, 0]);
    expect(preview.usedMilli).toBe(4_000n);
    await undo(userId, id);
    expect((await getBalance(ctx, userId)).heldMilli).toBe(4_000n);
  });

  test("a refund that failed does not give back what an admin had removed", async () => {
    const { id: userId } = await createUser(db);
    const cost = { amountMinor: 5_000n, currency: "usd" };
    await grantCredits(ctx, { userId, key: "pi:1", kind: "payg", creditsMilli: 500_000n, cost });
    const { id } = await confirm(userId, remove(200));
    await revokeCredits(ctx, { userId, key: "re:1", lotKey: "pi:1", take: cost });
    expect(await standingOf(userId)).toEqual([0, 0]);
    await restoreCredits(ctx, { userId, key: "back:1", revocationKey: "re:1" });
    expect(await standingOf(userId)).toEqual([300, 0]);
    await undo(userId, id);
    expect(await standingOf(userId)).toEqual([500, 0]);
    expect((await verifyLedger({ db })).differences).toEqual([]);
  });

  test.each([
    ["unspent", 0, false],
    ["spent", 500, true],
  ])("what a refund of the whole would have taken does not come back: %s", async (_, used, asDebt) => {
    const { id: userId } = await createUser(db);
    const cost = { amountMinor: 5_000n, currency: "usd" };
    await grantCredits(ctx, { userId, key: "pi:1", kind: "payg", creditsMilli: 500_000n, cost });
    if (used > 0) await spend(userId, used);
    const { id } = await confirm(userId, remove(200, { asDebt }));
    await revokeCredits(ctx, { userId, key: "re:1", lotKey: "pi:1", take: cost });
    const refunded = [0, used];
    expect(await standingOf(userId)).toEqual(refunded);
    const { plan } = await previewReversal(ctx, { userId, adjustmentId: id, asDebt: false });
    expect(figuresOf(plan)).toEqual(refunded);
    await undo(userId, id);
    expect(await standingOf(userId)).toEqual(refunded);
    // The money came back to us: now nothing stands in the way of all of it.
    await restoreCredits(ctx, { userId, key: "back:1", revocationKey: "re:1" });
    expect(await standingOf(userId)).toEqual([500 - used, 0]);
    expect((await verifyLedger({ db })).differences).toEqual([]);
  });

  test("of an addition, and of a removal from it, leaves nothing behind in either order", async () => {
    for (const order of [0, 1]) {
      const userId = await createCreditAccount(ctx);
      const { id: addition } = await confirm(userId, add(100));
      const { id: removal } = await confirm(userId, remove(40));
      for (const id of order === 0 ? [addition, removal] : [removal, addition]) await undo(userId, id);
      expect(await standingOf(userId)).toEqual([0, 0]);
    }
    const userId = await createCreditAccount(ctx);
    const { id: addition } = await confirm(userId, add(100));
    await spend(userId, 30);
    await undo(userId, addition);
    // A removal after the undoing is a matter of its own.
    const { id: removal } = await confirm(userId, remove(10, { asDebt: true }));
    expect(await standingOf(userId)).toEqual([0, 10]);
    await undo(userId, removal);
    expect(await standingOf(userId)).toEqual([0, 0]);
    expect((await verifyLedger({ db })).differences).toEqual([]);
  });
});

test(
  "the ledger does what is planned, and stays sound, for any sequence of acts",
  { timeout: 30_000 },
  async () => {
    const act = fc.record({
      what: fc.constantFrom("add", "remove", "forgive", "spend", "undo"),
      credits: fc.integer({ min: 1, max: 40 }),
      asDebt: fc.boolean(),
      pick: fc.nat(20),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 10 }), async (acts) => {
        const userId = await createCreditAccount(ctx, [
          { credits: 30, expiresAt: later(9) },
          { credits: 20 },
        ]);
        for (const { what, credits, asDebt, pick } of acts) {
          const { adjustments } = await listAdjustments(ctx, { userId });
          const chosen = adjustments[pick % Math.max(adjustments.length, 1)];
          const wish = add(credits, { act: what === "remove" || what === "forgive" ? what : "add", asDebt });
          const work =
            what === "spend"
              ? spend(userId, credits)
              : what === "undo"
                ? undo(userId, chosen?.id ?? randomUUID(), { asDebt })
                : confirm(userId, wish);
          await work.catch((error: unknown) => {
            // Refusals are part of it; a ledger that does other than was planned is not.
            expect(error).toMatchObject({ name: "DomainError" });
          });
        }
        expect((await verifyLedger({ db })).differences).toEqual([]);
      }),
      { numRuns: 12 },
    );
  },
);
