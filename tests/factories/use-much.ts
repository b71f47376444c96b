import { randomUUID } from "node:crypto";
import type { Database } from "@/lib/db";

/** How often everything was used: more than is read at once, much of it in one millisecond. */
export const usedTimes = 1_203;

async function useServices(db: Database, userId: string, now: Date): Promise<void> {
  const { prisma } = db;
  await db.sql({
    name: "use-much",
    text: `INSERT INTO usage_records (user_id, at, id, kind, subject, source, api_key_id, outcome, cost_milli,
        subscription_milli, payg_milli, duration_ms)
      SELECT $1::uuid, $2::timestamptz + later * interval '1 ms', gen_random_uuid(), kind::usage_kind, subject,
        source::service_run_source, (SELECT id FROM api_keys WHERE user_id = $1::uuid AND source = 'api'),
        outcome::usage_outcome, cost, cost / 3, cost / 3 * 2, 7
      FROM (VALUES ('api_call', 'getRun', 'api', 'succeeded', 1500, 0, 1100),
          ('run', 'word-counter', 'web', 'failed', 0, 1, $3::int - 1100))
        AS used (kind, subject, source, outcome, cost, later, times), generate_series(1, used.times)`,
    values: [userId, now, usedTimes],
  });
  const day = { userId, day: now, subscriptionMilli: 0n, paygMilli: 0n };
  await prisma.usageDay.createMany({
    data: [
      {
        ...{ ...day, kind: "api_call", subject: "getRun", source: "api", events: 2, succeeded: 2, failed: 0 },
        ...{ costMilli: 3_000n, durationMs: 14n },
      },
      {
        ...{
          ...day,
          kind: "run",
          subject: "word-counter",
          source: "web",
          events: 3,
          succeeded: 2,
          failed: 1,
        },
        ...{ costMilli: 0n, durationMs: 9n },
      },
    ],
  });
  await prisma.usageSpike.create({
    data: {
      ...{ userId, day: now, endsAt: now, foundAt: now, creditsRose: true, creditsMilli: 900_000n },
      ...{ usualCreditsMilli: 20_000n, callsRose: false, calls: 5n, usualCalls: 4n },
    },
  });
}

async function reachLimits({ prisma }: Database, userId: string, now: Date): Promise<void> {
  const window = { userId, kind: "runs_per_day", startsAt: now };
  await prisma.quotaCounter.create({ data: { ...window, used: 40n } });
  await prisma.quotaHit.create({ data: { ...window, limit: 50n, hits: 3, firstAt: now, lastAt: now } });
  await prisma.quotaAlert.create({ data: { ...window, limit: 50n, percent: 80, used: 40n, raisedAt: now } });
  await prisma.quotaOverride.create({
    data: {
      ...{ ...window, id: randomUUID(), setBy: randomUUID(), limit: 70n },
      endsAt: new Date(now.getTime() + 1),
      reason: "a note of support",
    },
  });
  await prisma.notice.create({
    data: {
      userId,
      key: randomUUID(),
      kind: "quota_near",
      title: "80 % used",
      href: "/usage",
      createdAt: now,
    },
  });
}

async function topUp({ prisma }: Database, userId: string, now: Date): Promise<void> {
  await prisma.creditAccount.update({ where: { userId }, data: { topUpMilli: 50_000n } });
  const item = { lookupKey: "pack_500", itemName: "500 credits", creditsMilli: 500_000n };
  const money = { amountMinor: 4_500n, currency: "usd" };
  await prisma.autoTopUp.create({
    data: {
      ...{ userId, ...item, ...money, enabled: true, thresholdMilli: 50_000n, capMinor: 9_000n },
      ...{ agreedAt: now, updatedAt: now },
    },
  });
  const { id: checkoutId } = await prisma.checkout.create({
    data: { userId, ...item, ...money, stripePriceId: "price_1", createdAt: now, updatedAt: now },
  });
  await prisma.topUp.create({
    data: {
      ...{ id: randomUUID(), userId, checkoutId, episode: 2, status: "succeeded", ...money },
      ...{ stripeCustomerId: "cus_1", stripePaymentMethodId: "pm_1", cardLabel: "Visa •••• 4242" },
      ...{ createdAt: now, settledAt: now },
    },
  });
}

/** Leaves something in every table about use, limits, notices, top-ups and reports, for somebody with an API key. */
export async function useMuch(db: Database, userId: string, now: Date): Promise<void> {
  await useServices(db, userId, now);
  await reachLimits(db, userId, now);
  await topUp(db, userId, now);
  await db.prisma.reportSchedule.create({ data: { userId, rhythm: "weekly", enabledAt: now } });
  await db.prisma.reportTold.create({ data: { userId, report: "own", period: now, toldAt: now } });
  await db.prisma.expiringLotTold.create({ data: { userId, lotNo: 1, toldAt: now } });
}
