import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { AppContext } from "@/lib/context";
import { adjustCredits, getStanding, listAdjustments, previewAdjustment } from "@/lib/credit-adjustments";
import { explainBalance, verifyLedger } from "@/lib/credits";
import { createCreditAccount } from "@/tests/factories/credit-account";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import {
  add,
  clock,
  figuresOf,
  forgive,
  later,
  openAdjustments,
  origin,
  remove,
} from "@/tests/setup/adjustments";

const world = await openAdjustments();
const { db, ctx, other, createAdmin, confirm, spend, standingOf, latest, audited } = world;

describe("adding, removing and forgiving", () => {
  test("does exactly what the preview showed, tells the member and is on record with it", async () => {
    const userId = await createCreditAccount(ctx, [{ credits: 100 }]);
    const wish = add(12.5, { note: "For the outage", expiresAt: later(30) });
    const { plan } = await previewAdjustment(ctx, { userId, wish });
    expect(figuresOf(plan)).toEqual([112.5, 0]);
    expect(await standingOf(userId)).toEqual([100, 0]);

    const { id } = await confirm(userId, wish);
    expect(await standingOf(userId)).toEqual([112.5, 0]);
    expect(await latest(userId)).toEqual({
      reason: "grant",
      reference: `admin:${id}`,
      description: "For the outage",
      credits: 12.5,
    });
    const { lots } = await explainBalance(ctx, userId);
    expect(lots[0]).toMatchObject({ kind: "admin", expiresAt: later(30), spendableMilli: 12_500n });
    expect(await audited(userId)).toMatchObject([
      {
        ...{ action: "credits_adjusted", targetId: `admin:${id}`, reason: "As asked", ip: origin.ip },
        before: { spendableMilli: "100000", debtMilli: "0" },
        after: { spendableMilli: "112500", act: "add", creditsMilli: "12500", note: "For the outage" },
      },
    ]);
    expect(await listAdjustments(ctx, { userId })).toMatchObject({
      adjustments: [{ id, reason: "As asked", reversedById: null }],
    });

    await confirm(userId, remove(50));
    // In burn order: what expires soonest first.
    expect(await latest(userId)).toMatchObject({
      reason: "revoke",
      credits: -50,
      description: "Correction by our support",
    });
    expect(await standingOf(userId)).toEqual([62.5, 0]);
    expect((await explainBalance(ctx, userId)).lots.map(({ remainingMilli }) => remainingMilli)).toEqual([
      62_500n,
    ]);
  });

  test("goes below zero only as debt, for no more than was used, and repays debt first", async () => {
    const userId = await createCreditAccount(ctx, [{ credits: 100 }]);
    await spend(userId, 70);
    const tooMuch = await previewAdjustment(ctx, { userId, wish: remove(60) });
    expect(tooMuch.plan).toMatchObject({
      refusal: "below_zero",
      availableMilli: 30_000n,
      missingMilli: 30_000n,
    });
    await expect(confirm(userId, remove(60))).rejects.toMatchObject({ code: "adjustments.below_zero" });
    await expect(confirm(userId, remove(101, { asDebt: true }))).rejects.toMatchObject({
      code: "adjustments.beyond_used",
    });
    expect(await standingOf(userId)).toEqual([30, 0]);

    await confirm(userId, remove(60, { asDebt: true }));
    expect(await standingOf(userId)).toEqual([0, 30]);
    await confirm(userId, add(10));
    expect(await standingOf(userId)).toEqual([0, 20]);
    await expect(confirm(userId, forgive(20.001))).rejects.toMatchObject({ code: "adjustments.beyond_debt" });
    await confirm(userId, forgive(5));
    expect(await standingOf(userId)).toEqual([0, 15]);
    await confirm(userId, add(20));
    expect(await standingOf(userId)).toEqual([5, 0]);
    await expect(confirm(userId, forgive(1))).rejects.toMatchObject({ code: "adjustments.no_debt" });
    expect((await audited(userId)).map(({ action }) => action)).toContain("debt_forgiven");
    expect((await verifyLedger({ db })).differences).toEqual([]);
  });

  test("is one change for one form, and refuses a key that meant something else", async () => {
    const userId = await createCreditAccount(ctx);
    const id = randomUUID();
    const { token } = await previewAdjustment(ctx, { userId, wish: add(5) });
    const asked = { id, userId, wish: add(5), token, reason: "Twice", origin };
    const done = await Promise.all(Array.from({ length: 6 }, () => adjustCredits(ctx, asked)));
    expect(done.filter((one) => one.done)).toHaveLength(1);
    expect(await standingOf(userId)).toEqual([5, 0]);
    expect(await audited(userId)).toHaveLength(1);
    for (const change of [
      { wish: add(6) },
      { wish: remove(5) },
      { wish: add(5, { expiresAt: later(1) }) },
      { wish: add(5, { note: "x" }) },
    ])
      await expect(adjustCredits(ctx, { ...asked, ...change })).rejects.toMatchObject({
        code: "adjustments.key_conflict",
      });
    const stranger = await createCreditAccount(ctx);
    await expect(adjustCredits(ctx, { ...asked, userId: stranger })).rejects.toMatchObject({
      code: "adjustments.key_conflict",
    });
  });

  test("of two admins at once the second sees what changed, and does nothing", async () => {
    for (const userId of [
      await createCreditAccount(ctx, [{ credits: 40 }]),
      await createCreditAccount(ctx),
    ]) {
      const { token } = await previewAdjustment(ctx, { userId, wish: add(40) });
      const ask = (by: AppContext) =>
        adjustCredits(by, { id: randomUUID(), userId, wish: add(40), token, reason: "Both", origin });
      const outcomes = await Promise.allSettled([ask(ctx), ask(other), ask(other)]);
      const refused = outcomes.filter(({ status }) => status === "rejected");
      expect(refused).toHaveLength(2);
      for (const one of refused) expect(one).toMatchObject({ reason: { code: "adjustments.stale" } });
      expect(await audited(userId)).toHaveLength(1);
    }
    const userId = await createCreditAccount(ctx, [{ credits: 40, expiresAt: later(1) }]);
    const { token } = await previewAdjustment(ctx, { userId, wish: remove(10) });
    const after = { ...ctx, clock: fixedClock(later(2)) };
    const asked = { id: randomUUID(), userId, wish: remove(10), token, reason: "Late", origin };
    await expect(adjustCredits(after, asked)).rejects.toMatchObject({ code: "adjustments.stale" });
    for (const wish of [
      remove(11),
      add(10),
      { ...remove(10), asDebt: true },
      { ...remove(10), note: "Other" },
    ])
      await expect(adjustCredits(ctx, { ...asked, wish })).rejects.toMatchObject({
        code: "adjustments.stale",
      });
  });

  test("is for admins that are so at this moment, of others, who are still there", async () => {
    const userId = await createCreditAccount(ctx, [{ credits: 1 }]);
    const { token } = await previewAdjustment(ctx, { userId, wish: add(1) });
    const ask = (by: AppContext, whom = userId) =>
      adjustCredits(by, { id: randomUUID(), userId: whom, wish: add(1), token, reason: "Mine", origin });
    const own = ctx.actor.kind === "user" ? ctx.actor.userId : "";
    await expect(ask(ctx, own)).rejects.toMatchObject({ code: "users.own_account" });
    await expect(ask(ctx, own.toUpperCase())).rejects.toMatchObject({ code: "users.own_account" });
    await expect(ask(ctx, randomUUID())).rejects.toMatchObject({ code: "users.not_found" });
    await expect(ask(ctx, "nobody")).rejects.toMatchObject({ code: "users.not_found" });
    const demoted = await createAdmin();
    const demotedId = demoted.actor.kind === "user" ? demoted.actor.userId : "";
    await db.prisma.user.update({ where: { id: demotedId }, data: { role: "member" } });
    const reads = [
      () => ask(demoted),
      () => getStanding(demoted, userId),
      () => listAdjustments(demoted, { userId }),
    ];
    for (const read of reads)
      await expect(read()).rejects.toMatchObject({ code: "users.actor_not_admin", kind: "not_found" });
    await db.prisma.user.update({
      where: { id: demotedId },
      data: { role: "admin", suspendedAt: clock.now() },
    });
    await expect(ask(demoted)).rejects.toMatchObject({ code: "users.actor_not_admin" });
    await expect(ask({ ...ctx, actor: { kind: "anonymous" } })).rejects.toMatchObject({
      code: "users.actor_not_admin",
    });
    await db.prisma.user.update({ where: { id: userId }, data: { anonymisedAt: clock.now() } });
    await expect(ask(ctx)).rejects.toMatchObject({ code: "users.not_found" });
    expect(await standingOf(userId)).toEqual([1, 0]);
  });
});
