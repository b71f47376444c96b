import type { Db } from "@/lib/db";
import type { PasskeyPurpose } from "./types";

interface Challenge {
  challengeHash: string;
  browserHash: string;
  purpose: PasskeyPurpose;
  userId: string | null;
  expiresAt: Date;
}

export async function insertChallenge(db: Db, challenge: Challenge): Promise<void> {
  await db.prisma.passkeyChallenge.create({ data: challenge, select: { challengeHash: true } });
}

/** Nobody waits for these any more. @returns how many there were */
export async function deleteExpired(db: Db, now: Date): Promise<number> {
  const { count } = await db.prisma.passkeyChallenge.deleteMany({ where: { expiresAt: { lte: now } } });
  return count;
}

/** Uses a challenge up. Of any number of parallel calls one gets it. */
export async function deleteChallenge(
  db: Db,
  { challengeHash, browserHash, purpose, userId, expiresAt: now }: Challenge,
): Promise<boolean> {
  const { count } = await db.prisma.passkeyChallenge.deleteMany({
    where: { challengeHash, browserHash, purpose, userId, expiresAt: { gt: now } },
  });
  return count === 1;
}
