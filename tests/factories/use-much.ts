import { randomUUID } from "node:crypto";
import type { Database } from "@/lib/db";

/** How often everything was used: more than is read at once, much of it in one millisecond. */
export const usedTimes = 1_203;

async function useServices({ prisma }: Database, userId: string, now: Date): Promise<void> {
  const { id: apiKeyId } = await prisma.apiKey.findFirstOrThrow({ where: { userId } });
  const cost = { costMilli: 1_500n, subscriptionMilli: 500n, paygMilli: 1_000n };
  const call = {
    kind: "api_call",
    subject: "getRun",
    source: "api",
    outcome: "succeeded",
    apiKeyId,
  } as const;
  const later = { kind: "run", subject: "word-counter", source: "web", outcome: "failed" } as const;
  await prisma.usageRecord.createMany({
    data: Array.from({ length: usedTimes }, (_, index) => ({
      ...{ userId, id: randomUUID(), durationMs: 7, ...cost, ...(index < 1_100 ? call : later) },
      at: index < 1_100 ? now : new Date(now.getTime() + 1),
    })),
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
