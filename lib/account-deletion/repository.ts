import { randomUUID } from "node:crypto";
import { Prisma, type Db } from "@/lib/db";

/** @returns whether it was so before */
export async function markAsked(db: Db, userId: string, now: Date): Promise<boolean> {
  const { count } = await db.prisma.user.updateMany({
    where: { id: userId, deletionAskedAt: null, anonymisedAt: null },
    data: { deletionAskedAt: now, updatedAt: now },
  });
  return count === 0;
}

/** @returns whether there was anything to take back */
export async function markUndone(db: Db, userId: string, now: Date): Promise<boolean> {
  const { count } = await db.prisma.user.updateMany({
    where: { id: userId, deletionAskedAt: { not: null }, anonymisedAt: null },
    data: { deletionAskedAt: null, updatedAt: now },
  });
  return count === 1;
}

export async function deleteOtherSessions(db: Db, userId: string, sessionId: string): Promise<void> {
  await db.prisma.session.deleteMany({ where: { userId, id: { not: sessionId } } });
  await db.prisma.pendingSignIn.deleteMany({ where: { userId } });
}

const due = (askedBefore: Date) => ({ deletionAskedAt: { lte: askedBefore }, anonymisedAt: null });

export async function listDue(db: Db, askedBefore: Date, limit: number): Promise<string[]> {
  const rows = await db.prisma.user.findMany({
    where: due(askedBefore),
    orderBy: { deletionAskedAt: "asc" },
    take: limit,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

interface Anonymised {
  userId: string;
  askedBefore: Date;
  now: Date;
}

/**
 * Takes out everything that tells whose account it was, unless it was taken back meanwhile. What says how much was
 * paid and spent stays, under an id that leads to nobody.
 */
export async function anonymise(db: Db, { userId, askedBefore, now }: Anonymised): Promise<boolean> {
  const email = `deleted-${randomUUID()}@deleted.invalid`; // nobody can have taken it before
  const nothing = { name: null, image: null, bio: null, company: null, jobTitle: null, website: null };
  const { count } = await db.prisma.user.updateMany({
    where: { id: userId, ...due(askedBefore) },
    data: {
      ...nothing,
      email,
      location: null,
      timeZone: null,
      passwordHash: null,
      suspendedAt: now,
      anonymisedAt: now,
      updatedAt: now,
    },
  });
  if (count === 0) return false;
  await forgetPerson(db, userId);
  await forgetUse(db, userId);
  await db.prisma.billingCustomer.updateMany({ where: { userId }, data: { email } });
  return true;
}

/** Who they are, how they got in, and what they were told. */
async function forgetPerson({ prisma }: Db, userId: string): Promise<void> {
  const where = { userId };
  await prisma.session.deleteMany({ where });
  await prisma.account.deleteMany({ where });
  await prisma.emailToken.deleteMany({ where });
  await prisma.totpSecret.deleteMany({ where });
  await prisma.recoveryCode.deleteMany({ where });
  await prisma.pendingSignIn.deleteMany({ where });
  await prisma.passkey.deleteMany({ where });
  await prisma.passkeyHandle.deleteMany({ where });
  await prisma.passkeyChallenge.deleteMany({ where });
  await prisma.knownDevice.deleteMany({ where });
  await prisma.securityEvent.deleteMany({ where });
  await prisma.outboxEmail.deleteMany({ where });
  await prisma.notificationPreference.deleteMany({ where });
  await prisma.contactMessage.deleteMany({ where });
  await prisma.apiKey.updateMany({ where, data: { name: "Deleted" } });
  await prisma.serviceRunFile.deleteMany({ where: { run: where } });
  await prisma.serviceRun.updateMany({ where, data: { output: Prisma.DbNull } });
  await prisma.notice.deleteMany({ where });
  await prisma.reportSchedule.deleteMany({ where });
  await prisma.reportTold.deleteMany({ where });
}

/**
 * How they used this and what was set up for them. Records of use and their sums stay, as the ledger does: they name a
 * service, a time and an amount. Their days are those of no zone any more once use is summed the next time.
 */
async function forgetUse({ prisma }: Db, userId: string): Promise<void> {
  const where = { userId };
  await prisma.quotaCounter.deleteMany({ where });
  await prisma.quotaHit.deleteMany({ where });
  await prisma.quotaAlert.deleteMany({ where });
  await prisma.usageSpike.deleteMany({ where });
  await prisma.expiringLotTold.deleteMany({ where });
  await prisma.autoTopUp.deleteMany({ where });
  await prisma.creditAccount.updateMany({ where, data: { lowMilli: null, topUpMilli: null } });
}
