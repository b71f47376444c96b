import { afterEach, expect, test } from "vitest";
import { continueTopUps, switchOffAutoTopUp } from "@/lib/auto-top-up";
import { grantCredits, holdCredits } from "@/lib/credits";
import { reconcile, repairDifference } from "@/lib/reconciliation";
import { PaymentGatewayUnavailable, PaymentObjectMissing } from "@/lib/ports/payment-gateway-errors";
import { openTopUps, type Member } from "./setup";

const { shop, useCard, createMember, withPayments } = await openTopUps();
const { prisma } = shop.db;

afterEach(() => shop.stripe.heal());

async function expectOnce(member: Member, times = 1): Promise<void> {
  const payments = await member.payments();
  expect(payments.map(({ status }) => status)).toEqual(Array(times).fill("succeeded"));
  const grants = await shop.db.prisma.creditLot.findMany({
    where: { userId: member.userId, sourceKey: { startsWith: "pi:" } },
  });
  expect(grants.map(({ sourceKey }) => sourceKey).sort()).toEqual(
    payments.map(({ id }) => `pi:${id}`).sort(),
  );
  const rows = (await member.rows()).filter(({ status }) => status === "succeeded");
  expect(rows.map(({ stripePaymentIntentId: id }) => id).sort()).toEqual(payments.map(({ id }) => id).sort());
  expect((await member.mails()).filter((name) => name === "purchase-receipt")).toHaveLength(times);
}

/** Lets a process end at one step of the charge. */
const dying = (when: "before" | "after") =>
  withPayments((real) => ({
    async chargeSavedCard(charge) {
      if (when === "after") await real.chargeSavedCard(charge);
      throw new Error("the process died");
    },
  }));

const operator = { ...shop.ctx, actor: { kind: "system", name: "test" } } as const;

async function differencesOf({ customer }: Member) {
  const until = new Date(shop.ctx.clock.now().getTime() + 60_000);
  const { differences } = await reconcile(operator, { since: new Date(Date.now() - 3_600_000), until });
  return differences.filter(({ stripeCustomerId }) => stripeCustomerId === customer);
}

test("20 jobs at once for one dip are one payment and one grant; the next dip is another", async () => {
  const member = await createMember();
  await member.spend(50);
  await shop.settle();
  expect(await member.rows()).toEqual([]); // 50 are not fewer than 50
  await member.spend(1);
  await Promise.all([...Array.from({ length: 20 }, () => member.topUp()), shop.drain()]);
  await shop.settle();
  await Promise.all(Array.from({ length: 5 }, () => member.topUp()));
  await expectOnce(member);
  expect(await member.balance()).toBe(149n);
  await member.spend(100);
  await shop.settle(); // the fall of the balance alone
  await expectOnce(member, 2);
  expect(await member.balance()).toBe(149n);
  expect((await member.rows()).map(({ episode }) => episode)).toEqual([1, 2]);
  const checkouts = await shop.db.prisma.checkout.findMany({ where: { userId: member.userId } });
  expect(checkouts).toMatchObject([{ status: "completed" }, { status: "completed" }]);
});

test("a process that dies after the charge: the webhook alone brings the credits, and nobody charges again", async () => {
  const member = await createMember();
  await member.spend(60);
  await expect(member.topUp(dying("after"))).rejects.toThrow("the process died");
  expect(await member.rows()).toMatchObject([{ status: "pending", stripePaymentIntentId: null }]);
  await shop.stripe.flush();
  await Promise.all([shop.drain(), member.topUp(), member.topUp()]);
  await shop.settle();
  await continueTopUps(shop.ctx);
  await expectOnce(member);
});

test("a process that dies after the charge, its webhooks lost: the sweep finds what was paid, days later too", async () => {
  const member = await createMember();
  await member.spend(60);
  await shop.stripe.breakDeliveries({ drop: 100 });
  await expect(member.topUp(dying("after"))).rejects.toThrow();
  await shop.advance(2 * 86_400);
  await Promise.all([continueTopUps(shop.ctx), continueTopUps(shop.ctx), member.topUp()]);
  await expectOnce(member);
  expect(await differencesOf(member)).toEqual([]);
});

test("what nobody tells of any more is repaired like every other payment", async () => {
  const member = await createMember();
  await member.spend(60);
  await shop.stripe.breakDeliveries({ drop: 100 });
  await expect(member.topUp(dying("after"))).rejects.toThrow();
  const [missing, ...others] = await differencesOf(member);
  expect(others).toEqual([]);
  expect(missing).toMatchObject({ object: "payment", kind: "missing_here", repairable: true });
  await repairDifference(operator, missing!.key);
  await expectOnce(member);
  expect(await differencesOf(member)).toEqual([]);
});

test("a process that dies before the charge: it is made under the same key, or dropped when it is wanted no more", async () => {
  const [member, late, rich, off] = [
    await createMember(),
    await createMember(),
    await createMember(),
    await createMember(),
  ];
  for (const one of [member, late, rich, off]) {
    await one.spend(60);
    await expect(one.topUp(dying("before"))).rejects.toThrow();
  }
  await shop.db.prisma.topUp.updateMany({
    where: { userId: member.userId },
    data: { claimedUntil: new Date(shop.ctx.clock.now().getTime() + 60_000) },
  });
  await member.topUp();
  expect(await member.payments()).toEqual([]); // another process is at it
  await shop.db.prisma.topUp.updateMany({ where: { userId: member.userId }, data: { claimedUntil: null } });
  await grantCredits(shop.ctx, { userId: rich.userId, creditsMilli: 50_000n, kind: "promo", key: "gift" });
  await switchOffAutoTopUp(off.as);
  await shop.db.prisma.topUp.updateMany({
    where: { userId: late.userId },
    data: { createdAt: new Date(shop.ctx.clock.now().getTime() - 13 * 3_600_000) },
  });
  await continueTopUps(shop.ctx);
  await shop.settle();
  await expectOnce(member);
  await expectOnce(late); // Stripe forgets keys: begun anew
  expect((await late.rows()).map(({ failureCode }) => failureCode)).toEqual(["not_sent", null]);
  for (const one of [rich, off]) {
    await one.topUp();
    expect(await one.payments()).toEqual([]);
    expect(await one.rows()).toMatchObject([{ status: "failed", failureCode: "not_sent" }]);
    expect(await one.mails()).toEqual([]);
  }
});

test("an error that Stripe repeats under its key is left behind, once Stripe knows of no payment", async () => {
  const member = await createMember();
  await member.spend(60);
  await shop.stripe.breakApi({ kind: "500_kept", count: 1, route: "POST /v1/payment_intents" });
  await expect(member.topUp()).rejects.toMatchObject({ code: "payments.unavailable" });
  await member.topUp();
  await shop.settle();
  await expectOnce(member);
  expect((await member.rows()).map(({ failureCode }) => failureCode)).toEqual(["not_sent", null]);
});

test("a leap of the clock between writing and charging leaves the purchase to the process that is at it", async () => {
  const member = await createMember();
  await member.spend(60);
  const leaping = withPayments((real) => ({
    async chargeSavedCard(charge) {
      await shop.advance(366 * 86_400);
      await continueTopUps(shop.ctx);
      await member.topUp();
      return real.chargeSavedCard(charge);
    },
  }));
  await member.topUp(leaping);
  await shop.settle();
  await expectOnce(member);
  expect(await member.rows()).toHaveLength(1);
});

test("money that arrives for what was dropped is told as paid, and what cannot be read after the charge is no refusal", async () => {
  const [late, blind] = [await createMember(), await createMember()];
  await late.spend(60);
  const dropped = withPayments((real) => ({
    async chargeSavedCard(charge) {
      await prisma.topUp.updateMany({ where: { userId: late.userId }, data: { claimedUntil: null } });
      await switchOffAutoTopUp(late.as);
      await late.topUp();
      return real.chargeSavedCard(charge);
    },
  }));
  await late.topUp(dropped);
  await shop.settle();
  await expectOnce(late);
  await blind.spend(60);
  const unread = withPayments(() => ({
    getPayment: () => Promise.reject(new PaymentObjectMissing()),
  }));
  await expect(blind.topUp(unread)).rejects.toThrow(PaymentObjectMissing);
  expect(await blind.settings()).toMatchObject({ enabled: true });
  await shop.settle();
  await expectOnce(blind);
});

test("what was left is charged to the default card of now, not to the one of then", async () => {
  const member = await createMember();
  await member.spend(60);
  await expect(member.topUp(dying("before"))).rejects.toThrow();
  const cardId = await useCard(member.customer, "pm_card_mastercard");
  await continueTopUps(shop.ctx);
  await shop.settle();
  await expectOnce(member);
  expect(await member.payments()).toMatchObject([{ payment_method: cardId }]);
});

test("a charge without an answer may be under way: nobody drops it meanwhile", async () => {
  const member = await createMember();
  await member.spend(60);
  let arrives: (() => Promise<unknown>) | undefined;
  const silent = withPayments((real) => ({
    chargeSavedCard(charge) {
      arrives = () => real.chargeSavedCard(charge);
      return Promise.reject(new PaymentGatewayUnavailable());
    },
  }));
  await expect(member.topUp(silent)).rejects.toThrow(PaymentGatewayUnavailable);
  await useCard(member.customer, "pm_card_mastercard");
  await Promise.all([continueTopUps(shop.ctx), member.topUp()]);
  await arrives?.();
  await shop.settle();
  await expectOnce(member);
});

test("credits that count only later hide no dip; reserved ones are no dip", async () => {
  const [yearly, working] = [await createMember(), await createMember()];
  const effectiveAt = new Date(shop.ctx.clock.now().getTime() + 30 * 86_400_000);
  const upcoming = { creditsMilli: 500_000n, kind: "subscription" as const, key: "month 2", effectiveAt };
  await grantCredits(shop.ctx, { userId: yearly.userId, ...upcoming });
  await yearly.spend(60);
  await shop.settle(); // the account has 540
  await holdCredits(shop.ctx, {
    userId: working.userId,
    creditsMilli: 60_000n,
    key: "work",
    expiresAt: effectiveAt,
  });
  await working.topUp();
  await continueTopUps(shop.ctx);
  expect(await yearly.balance()).toBe(140n);
  expect(await yearly.payments()).toHaveLength(1);
  expect(await working.payments()).toEqual([]);
});
