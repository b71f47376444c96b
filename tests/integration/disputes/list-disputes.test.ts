import { describe, expect, test } from "vitest";
import { listAudit } from "@/lib/audit";
import { actingAs, type AppContext } from "@/lib/context";
import { freezeLot } from "@/lib/credits";
import { listDisputes } from "@/lib/disputes";
import type { DisputeStage, DisputeStatus } from "@/lib/disputes/types";
import { createCreditAccount } from "@/tests/factories/credit-account";
import { createUser } from "@/tests/factories/user";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { createTestDatabase } from "@/tests/setup/test-database";

const db = await createTestDatabase();
const clock = fixedClock(new Date("2026-11-22T12:00:00Z"));
const anybody = { db, clock, systemClock: clock, actor: { kind: "anonymous" } } as unknown as AppContext;
const asUser = (userId: string, role: "admin" | "member") =>
  actingAs(anybody, { kind: "user", userId, role, sessionId: userId });
const ctx = asUser((await createUser(db, { role: "admin" })).id, "admin");
const day = 86_400_000;
const inDays = (days: number) => new Date(clock.now().getTime() + days * day);

const userId = await createCreditAccount(anybody, [{ credits: 500 }]);
const { email } = await db.prisma.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
await db.prisma.billingCustomer.create({ data: { userId, email, stripeCustomerId: "cus_1" } });
const times = { createdAt: clock.now(), updatedAt: clock.now() };
const { id: paymentId } = await db.prisma.payment.create({
  data: {
    ...{ userId, kind: "purchase", status: "succeeded", description: "500 credits", amountMinor: 4_500n },
    ...{ currency: "usd", creditsMilli: 500_000n, stripePaymentIntentId: "pi_1", syncSeq: 1n, ...times },
    paidAt: clock.now(),
    lots: { create: { lotKey: "lot:1", position: 0, costMinor: 4_500n, creditsMilli: 500_000n } },
  },
  select: { id: true },
});

interface Given {
  dueBy?: Date | null;
  frozenAt?: Date;
  clawedAt?: Date;
  turns?: number;
  openedAt?: Date;
}

async function add(name: string, status: DisputeStatus, given: Given = {}) {
  const { clawedAt } = given;
  await db.prisma.dispute.create({
    data: {
      ...{ userId, paymentId, stripeDisputeId: `dp_${name}`, amountMinor: 4_500n, currency: "usd", status },
      ...{ reason: "fraudulent", openedAt: clock.now(), syncSeq: 1n, updatedAt: clock.now(), ...given },
      ...(clawedAt ? { clawedMilli: 300_000n, debtMilli: 100_000n } : {}),
    },
  });
}

const namesOf = async (stage: DisputeStage | null) =>
  (await listDisputes(ctx, { stage })).disputes.map(({ stripeDisputeId }) => stripeDisputeId.slice(3));

describe("the list", () => {
  test("has the next deadline first of what is open, and the latest first of all else", async () => {
    await add("later", "needs_response", { dueBy: inDays(9), frozenAt: clock.now(), openedAt: inDays(-1) });
    await add("sooner", "needs_response", { dueBy: inDays(2), openedAt: inDays(-2) });
    await add("asked", "warning_needs_response", { dueBy: inDays(5), openedAt: inDays(-3) });
    await add("undated", "under_review", { openedAt: inDays(-4) });
    await add("lost", "lost", { clawedAt: clock.now(), openedAt: inDays(-5) });
    await add("won", "won", { turns: 1, openedAt: inDays(-6) });
    expect(await namesOf("due")).toEqual(["sooner", "asked", "later"]);
    expect(await namesOf("open")).toEqual(["sooner", "asked", "later", "undated"]);
    expect(await namesOf("lost")).toEqual(["lost"]);
    expect(await namesOf("won")).toEqual(["won"]);
    expect(await namesOf(null)).toEqual(["later", "sooner", "asked", "undated", "lost", "won"]);
  });

  test("tells whose it is and what became of the credits", async () => {
    await freezeLot(anybody, { userId, lotKey: "lot:1", key: "freeze" });
    const { disputes } = await listDisputes(ctx);
    const of = (name: string) => disputes.find(({ stripeDisputeId }) => stripeDisputeId === `dp_${name}`);
    expect(of("later")).toMatchObject({
      ...{ userId, userEmail: email, paymentId, purchase: "500 credits", amountMinor: 4_500n },
      ...{ reason: "the cardholder did not make this payment" },
      credits: { effect: "frozen", creditsMilli: 500_000n },
    });
    expect(of("asked")?.credits).toEqual({ effect: "untouched" });
    expect(of("lost")?.credits).toEqual({ effect: "taken", creditsMilli: 300_000n, debtMilli: 100_000n });
    expect(of("won")?.credits).toEqual({ effect: "given_back" });
  });

  test("pages there and back without gaps, also among equal deadlines and none", async () => {
    for (let n = 0; n < 60; n += 1)
      await add(`many${n}`, "needs_response", { dueBy: n % 3 === 0 ? null : inDays(20 + (n % 2)) });
    const open = "open" as const;
    const first = await listDisputes(ctx, { stage: open, next: "no cursor" });
    const second = await listDisputes(ctx, { stage: open, next: first.next });
    const third = await listDisputes(ctx, { stage: open, next: second.next });
    expect([first.previous, third.next, third.disputes.length]).toEqual([null, null, 14]);
    const ids = [first, second, third].flatMap(({ disputes }) => disputes.map(({ id }) => id));
    expect(new Set(ids).size).toBe(64);
    const back = await listDisputes(ctx, { stage: open, previous: third.previous });
    expect(back).toEqual(second);
    expect((await listDisputes(ctx, { stage: open, previous: back.previous })).previous).toBeNull();
  });
});

test("nothing of it is for members, visitors or the system", async () => {
  const system = actingAs(anybody, { kind: "system", name: "x" });
  for (const who of [asUser(userId, "member"), anybody, system])
    await expect(listDisputes(who)).rejects.toMatchObject({ code: "disputes.forbidden", kind: "not_found" });
  const origin = { ip: "203.0.113.9", userAgent: "Firefox" };
  await listDisputes(ctx, { stage: "lost" }, origin);
  const { entries } = await listAudit(ctx, { actions: ["disputes_listed"] });
  expect(entries[0]).toMatchObject({ ip: origin.ip, after: { stage: "lost" } });
});
