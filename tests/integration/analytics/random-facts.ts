import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { grantCredits, spendCredits } from "@/lib/credits";
import type { Database } from "@/lib/db";
import { fixedClock } from "@/tests/fakes/fixed-clock";

/** Over a leap day, and over the day on which New York puts its clocks forward. */
const from = new Date("2028-02-25T00:00:00Z");
const to = new Date("2028-03-16T00:00:00Z");
const instant = fc.date({ min: from, max: to, noInvalidDate: true });
const person = fc.nat({ max: 3 });
const currency = fc.constantFrom("usd", "jpy");
const amount = fc.bigInt({ min: 1n, max: 9_999n });

/** One thing that happens, or the job that keeps the days; in any order, whatever the instants say. */
export const happening = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("payment" as const),
      person,
      at: instant,
      currency,
      amount,
      what: fc.constantFrom("purchase" as const, "subscription" as const),
      tries: fc.array(instant, { maxLength: 3 }),
      paid: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("return" as const),
      nth: fc.nat(),
      at: instant,
      amount,
      by: fc.constantFrom("refund" as const, "dispute" as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("unreturn" as const), nth: fc.nat() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("plan" as const),
      person,
      at: instant,
      amount,
      currency,
      status: fc.constantFrom(
        "active" as const,
        "trialing" as const,
        "past_due" as const,
        "canceled" as const,
      ),
      interval: fc.constantFrom("month" as const, "year" as const),
      paused: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("run" as const),
      person,
      at: instant,
      service: fc.constantFrom("word-counter", "image-optimiser"),
      status: fc.constantFrom("succeeded" as const, "failed" as const, "running" as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("ended-run" as const), nth: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("credits" as const), person, at: instant, amount }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("sign-up" as const),
      at: instant,
      verified: fc.option(instant),
      deleted: fc.option(instant),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("refresh" as const) }) },
);

export type Happening = typeof happening extends fc.Arbitrary<infer Value> ? Value : never;
type Of<Kind extends Happening["kind"]> = Extract<Happening, { kind: Kind }>;

export async function createPeople(db: Database): Promise<string[]> {
  const ids: string[] = [];
  for (const at of [
    "2027-12-31T23:30:00Z",
    "2028-02-26T04:30:00Z",
    "2028-03-01T00:10:00Z",
    "2028-03-12T07:00:00Z",
  ]) {
    const email = `${randomUUID()}@example.com`;
    const { id } = await db.prisma.user.create({
      data: { email, createdAt: new Date(at) },
      select: { id: true },
    });
    await db.prisma.billingCustomer.create({ data: { userId: id, email } });
    ids.push(id);
  }
  return ids;
}

async function pay(db: Database, userId: string, { at, amount, currency, what, tries, paid }: Of<"payment">) {
  const name = randomUUID();
  await db.prisma.payment.create({
    data: {
      ...{
        userId,
        kind: what,
        status: paid ? "succeeded" : "failed",
        description: "x",
        amountMinor: amount,
        currency,
      },
      ...{
        creditsMilli: 1n,
        stripePaymentIntentId: name,
        syncSeq: 1n,
        paidAt: paid ? at : null,
        createdAt: at,
      },
      updatedAt: at,
      attempts: {
        create: tries.map((attemptedAt, index) => ({
          ...{
            attemptKey: `${name}${index}`,
            status: "failed" as const,
            amountMinor: amount,
            currency,
            attemptedAt,
          },
          declineCode: index % 2 ? "insufficient_funds" : null,
        })),
      },
    },
  });
}

async function giveBack(db: Database, { nth, at, amount: amountMinor, by }: Of<"return">) {
  const payments = await db.prisma.payment.findMany({ orderBy: { id: "asc" } });
  const payment = payments[nth % (payments.length || 1)];
  if (!payment) return;
  const { id: paymentId, userId, currency } = payment;
  const row = { paymentId, userId, currency, amountMinor, updatedAt: at };
  if (by === "refund")
    await db.prisma.refund.create({ data: { ...row, status: "succeeded", createdAt: at } });
  else
    await db.prisma.dispute.create({
      data: {
        ...row,
        stripeDisputeId: randomUUID(),
        reason: "general",
        status: "lost",
        openedAt: from,
        closedAt: at,
        syncSeq: 1n,
      },
    });
}

async function takeBack(db: Database, { nth }: Of<"unreturn">) {
  const [refunds, disputes] = [await db.prisma.refund.findMany(), await db.prisma.dispute.findMany()];
  const [refund, dispute] = [refunds[nth % (refunds.length || 1)], disputes[nth % (disputes.length || 1)]];
  if (refund) await db.prisma.refund.update({ where: { id: refund.id }, data: { status: "failed" } });
  if (dispute) await db.prisma.dispute.update({ where: { id: dispute.id }, data: { status: "won" } });
}

async function changePlan(db: Database, userId: string, plan: Of<"plan">) {
  const { at, amount: amountMinor, currency, interval, status, paused } = plan;
  const stripeSubscriptionId = `sub-${userId}-${currency}`;
  const state = { status, interval, amountMinor, currency, stripePriceId: "p", planKey: "plan_basic" };
  const { id: subscriptionId } = await db.prisma.subscription.upsert({
    where: { stripeSubscriptionId },
    create: {
      ...{ ...state, status: "canceled", userId, stripeSubscriptionId, stripeItemId: "i", planName: "Basic" },
      ...{
        creditsMilli: 1n,
        startedAt: at,
        endedAt: at,
        periodStartsAt: at,
        periodEndsAt: at,
        syncSeq: 1n,
        updatedAt: at,
      },
    },
    update: { surplus: paused && status === "canceled" },
  });
  await db.prisma.subscriptionChange.create({
    data: { ...state, subscriptionId, paused, occurredAt: at, recordedAt: to },
  });
}

async function run(db: Database, userId: string, { at, service, status }: Of<"run">) {
  await db.prisma.serviceRun.create({
    data: {
      ...{
        userId,
        key: randomUUID(),
        serviceSlug: service,
        source: "web",
        status,
        fingerprint: "f",
        inputBytes: 1,
      },
      ...{
        quotedMilli: 7n,
        chargedMilli: status === "succeeded" ? 7n : 0n,
        paygMilli: status === "succeeded" ? 7n : 0n,
        createdAt: at,
        holdExpiresAt: at,
      },
      ...(status === "running" ? {} : { durationMs: 5, finishedAt: at }),
      problem: status === "failed" ? "x" : null,
    },
  });
}

async function moveCredits(db: Database, userId: string, { at, amount: creditsMilli }: Of<"credits">) {
  const ctx = { db, clock: fixedClock(at) };
  const words = { userId, reference: "r", description: "d", creditsMilli };
  const kind = creditsMilli % 2n ? "payg" : "promo";
  await grantCredits(ctx, { ...words, key: randomUUID(), kind, creditsMilli: creditsMilli * 2n });
  await spendCredits(ctx, { ...words, key: randomUUID() });
}

/** Writes it down. */
export async function happen(db: Database, people: readonly string[], event: Happening): Promise<void> {
  const who = "person" in event ? (people[event.person] ?? "") : "";
  if (event.kind === "payment") await pay(db, who, event);
  if (event.kind === "return") await giveBack(db, event);
  if (event.kind === "unreturn") await takeBack(db, event);
  if (event.kind === "plan") await changePlan(db, who, event);
  if (event.kind === "run") await run(db, who, event);
  if (event.kind === "credits") await moveCredits(db, who, event);
  if (event.kind === "ended-run")
    await db.prisma.serviceRun.updateMany({
      where: { status: "running" },
      data: { status: "timed_out", durationMs: 9, finishedAt: to, problem: "x" },
    });
  if (event.kind === "sign-up")
    await db.prisma.user.create({
      data: {
        ...{ email: `${randomUUID()}@example.com`, createdAt: event.at },
        ...{ emailVerified: event.verified, anonymisedAt: event.deleted },
      },
    });
}
