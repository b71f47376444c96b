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
  const where = { userId };
  await db.prisma.session.deleteMany({ where });
  await db.prisma.account.deleteMany({ where });
  await db.prisma.emailToken.deleteMany({ where });
  await db.prisma.totpSecret.deleteMany({ where });
  await db.prisma.recoveryCode.deleteMany({ where });
  await db.prisma.pendingSignIn.deleteMany({ where });
  await db.prisma.passkey.deleteMany({ where });
  await db.prisma.passkeyHandle.deleteMany({ where });
  await db.prisma.passkeyChallenge.deleteMany({ where });
  await db.prisma.knownDevice.deleteMany({ where });
  await db.prisma.securityEvent.deleteMany({ where });
  await db.prisma.outboxEmail.deleteMany({ where });
  await db.prisma.notificationPreference.deleteMany({ where });
  await db.prisma.contactMessage.deleteMany({ where });
  await db.prisma.apiKey.updateMany({ where, data: { name: "Deleted" } });
  await db.prisma.serviceRunFile.deleteMany({ where: { run: where } });
  await db.prisma.serviceRun.updateMany({ where, data: { output: Prisma.DbNull } });
  await db.prisma.billingCustomer.updateMany({ where, data: { email } });
  return true;
}
