import type { Db } from "@/lib/db";
import { limiterOf } from "./limiter";
import { subjectKey } from "./subject-key";
import type { RateLimit } from "./types";

/** Gives back one try that was taken by `consumeRateLimit`, when it turned out not to be one that counts. */
export async function returnAttempt(db: Db, limit: RateLimit, subject: readonly string[]): Promise<void> {
  await limiterOf(db, limit).reward(subjectKey(subject));
}
