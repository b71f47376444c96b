import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import * as analytics from "@/lib/analytics";
import type { AppContext } from "@/lib/context";
import type { Database } from "@/lib/db";
import { createUser } from "@/tests/factories/user";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { createTestDatabase } from "@/tests/setup/test-database";

const clock = fixedClock(new Date("2026-11-22T12:00:00Z"));
const db = await createTestDatabase(4);
const actor = { kind: "user", role: "admin", userId: randomUUID(), sessionId: randomUUID() } as const;
const contextOf = (database: Database) =>
  ({ db: database, actor, clock, systemClock: clock }) as unknown as AppContext;
const ctx = contextOf(db);
const november = { from: "2026-11-01", to: "2026-11-30" };
const query = { zone: "UTC", range: november, before: null, bucket: "month" } as const;
const on = (day: number) => new Date(Date.UTC(2026, 10, day, 10));

async function createPayer(): Promise<string> {
  const { id: userId, email } = await createUser(db);
  await db.prisma.billingCustomer.create({ data: { userId, email } });
  return userId;
}

interface Life {
  currency: string;
  interval?: "month" | "year" | null;
  /** Days of November. */
  from: number;
  to?: number;
}

async function subscribe(userId: string, { currency, interval = "month", from, to }: Life): Promise<string> {
  const worth = { stripePriceId: "p", planKey: "plan_basic", interval, amountMinor: 1_000n, currency };
  const times = { startedAt: on(from), periodStartsAt: on(from), periodEndsAt: on(from + 12) };
  const { id } = await db.prisma.subscription.create({
    data: {
      ...{ ...worth, ...times, userId, stripeSubscriptionId: randomUUID(), stripeItemId: "i" },
      ...{ planName: "Basic", creditsMilli: 1n, syncSeq: 1n, updatedAt: on(from) },
      ...(to ? { status: "canceled", endedAt: on(to) } : { status: "active" }),
    },
    select: { id: true },
  });
  const line = { ...worth, subscriptionId: id, recordedAt: on(22) };
  await db.prisma.subscriptionChange.create({ data: { ...line, status: "active", occurredAt: on(from) } });
  if (to)
    await db.prisma.subscriptionChange.create({ data: { ...line, status: "canceled", occurredAt: on(to) } });
  return id;
}

const recurringIn = async (currency: string) =>
  (await analytics.getRecurring(await analytics.openAnalytics(ctx, "UTC"), query)).find(
    (one) => one.currency === currency,
  );

test("what is found to be surplus later is nothing that others came after", async () => {
  const userId = await createPayer();
  const surplus = await subscribe(userId, { currency: "chf", from: 2, to: 4 });
  await subscribe(userId, { currency: "chf", from: 10 });
  await analytics.refreshAnalytics(ctx);
  expect((await recurringIn("chf"))?.movement.now).toMatchObject({ newPeople: 1, reactivationPeople: 1 });
  await db.prisma.subscription.update({ where: { id: surplus }, data: { surplus: true } });
  const moved = { newPeople: 1, churnPeople: 0, reactivationPeople: 0 };
  expect((await recurringIn("chf"))?.movement.now).toMatchObject(moved);
  await analytics.refreshAnalytics(ctx);
  expect((await recurringIn("chf"))?.movement.now).toMatchObject(moved);
  expect((await analytics.verifyAnalytics(ctx)).differences).toEqual([]);
});

test("a price that is billed neither by the month nor by the year is no monthly revenue", async () => {
  await subscribe(await createPayer(), { currency: "sek", interval: null, from: 3 });
  expect(await recurringIn("sek")).toBeUndefined();
  const plans = await analytics.getPlanShares(await analytics.openAnalytics(ctx, "UTC"), query);
  expect(plans.find(({ currency }) => currency === "sek")).toMatchObject({ people: 1, mrrMinor: 0n });
});

test("churn is that of the days that have begun", async () => {
  const [userId, other] = [await createPayer(), await createPayer()];
  await subscribe(userId, { currency: "nok", from: -5, to: 5 });
  await subscribe(other, { currency: "nok", from: -5 });
  expect((await recurringIn("nok"))?.figures.now.churnRate).toBeCloseTo((1 / 2) * (365.25 / 12 / 22));
});

test("a lost dispute stays a loss while it is appealed, in its own currency", async () => {
  const userId = await createPayer();
  const payment = { userId, kind: "purchase", status: "succeeded", description: "x" } as const;
  const times = { createdAt: on(1), updatedAt: on(1), paidAt: on(1), syncSeq: 1n };
  const { id: paymentId } = await db.prisma.payment.create({
    data: {
      ...{ ...payment, ...times, amountMinor: 500n, currency: "gbp", creditsMilli: 1n },
      stripePaymentIntentId: randomUUID(),
    },
  });
  for (const [status, currency] of [["appeal_under_review", "gbp"] as const, ["lost", "dkk"] as const])
    await db.prisma.dispute.create({
      data: {
        ...{ userId, paymentId, stripeDisputeId: randomUUID(), reason: "general", status, currency },
        ...{ amountMinor: 200n, openedAt: on(2), closedAt: on(3), syncSeq: 1n, updatedAt: on(3) },
      },
    });
  const revenue = await analytics.getRevenue(await analytics.openAnalytics(ctx, "UTC"), query);
  expect(revenue.map(({ currency, totals }) => [currency, totals.now.disputesMinor])).toEqual([
    ["dkk", 200n],
    ["gbp", 200n],
  ]);
});

test("a zone that PostgreSQL knows no more holds up no other", async () => {
  const lastAskedAt = clock.now();
  const data = { zone: "Africa/Nowhere", lastAskedAt, builtAt: lastAskedAt };
  await db.prisma.analyticsZone.create({ data });
  await analytics.rebuildAnalytics(ctx);
  await analytics.verifyAnalytics(ctx);
  await analytics.refreshAnalytics(ctx);
  expect(await db.prisma.analyticsZone.findMany({ select: { zone: true } })).toEqual([{ zone: "UTC" }]);
});

test("the pulse is another one after a cancellation for later, and after a plan was given", async () => {
  const userId = await createPayer();
  const id = await subscribe(userId, { currency: "usd", from: 20 });
  await analytics.refreshAnalytics(ctx);
  const pulses = [
    await analytics.readPulse(await analytics.openAnalytics(ctx, "UTC")),
    await analytics.readPulse(await analytics.openAnalytics(ctx, "UTC")),
  ];
  await db.prisma.subscription.update({ where: { id }, data: { cancelsAt: on(32) } });
  pulses.push(await analytics.readPulse(await analytics.openAnalytics(ctx, "UTC")));
  const given = {
    id: randomUUID(),
    userId,
    givenBy: actor.userId,
    planKey: "plan_pro",
    planName: "Pro",
    reason: "x",
  };
  await db.prisma.complimentaryPlan.create({
    data: { ...given, monthlyMilli: 1n, startsAt: on(22), endsAt: on(40), dueAt: on(40) },
  });
  pulses.push(await analytics.readPulse(await analytics.openAnalytics(ctx, "UTC")));
  expect(pulses[1]).toBe(pulses[0]);
  expect(new Set(pulses).size).toBe(3);
});

test("only what differs at a second look, too, is a difference", async () => {
  await analytics.refreshAnalytics(ctx);
  const passing = { day: "2026-11-10", kept: null, facts: "[1]", same: false };
  let looks = 0;
  const sql: Database["sql"] = async <Row>(statement: Parameters<Database["sql"]>[0]) => {
    const rows = await db.sql<Row>(statement);
    const isLook = statement.name === "analytics-verify-movement";
    return isLook && looks++ === 0 ? [...rows, passing as Row] : rows;
  };
  expect((await analytics.verifyAnalytics(contextOf({ ...db, sql }))).differences).toEqual([]);
  expect(looks).toBeGreaterThan(1);
});
