import type { Db } from "@/lib/db";
import {
  clearRateLimit,
  consumeRateLimit,
  placeOf,
  returnAttempt,
  TooManyAttempts,
  type RateLimit,
} from "@/lib/rate-limits";
import { recordLockedSecondStep } from "@/lib/security-log";

const minute = 60;
const hour = 60 * minute;

/** Wrong codes of one person, wherever they come from: the sixth is refused for a quarter of an hour. */
const codes: RateLimit = {
  name: "two-factor",
  points: 5,
  windowSeconds: 15 * minute,
  lockSeconds: 15 * minute,
};
/** Keeps who knows a password from guessing on, five at a time. */
const codesOfDay: RateLimit = { name: "two-factor-day", points: 50, windowSeconds: 24 * hour };
const codesIp: RateLimit = { name: "two-factor-ip", points: 60, windowSeconds: hour };

interface Who {
  userId: string;
  ip: string | null;
  now: Date;
}

/**
 * Takes one try, before the code is looked at. That codes are locked goes into the person's security log.
 * @throws TooManyAttempts
 */
export async function consumeCode(db: Db, { userId, ip, now }: Who): Promise<void> {
  try {
    await consumeRateLimit(db, codes, [userId]);
    await consumeRateLimit(db, codesOfDay, [userId]);
    if (ip) await consumeRateLimit(db, codesIp, [placeOf(ip)]);
  } catch (error) {
    if (error instanceof TooManyAttempts) await recordLockedSecondStep(db, { userId, ip, now });
    throw error;
  }
}

/** A right code forgets the wrong ones of its owner, and does not count against the place. */
export async function forgiveCodes(db: Db, { userId, ip }: Omit<Who, "now">): Promise<void> {
  await clearCodes(db, userId);
  if (ip) await returnAttempt(db, codesIp, [placeOf(ip)]);
}

/** Lifts the lock of a person. Idempotent. */
export async function clearCodes(db: Db, userId: string): Promise<void> {
  await clearRateLimit(db, codes, [userId]);
  await clearRateLimit(db, codesOfDay, [userId]);
}
