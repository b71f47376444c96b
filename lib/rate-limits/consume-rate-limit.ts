import { RateLimiterRes } from "rate-limiter-flexible";
import type { Db } from "@/lib/db";
import { TooManyAttempts } from "./errors";
import { limiterOf } from "./limiter";
import { subjectKey } from "./subject-key";
import type { RateLimit, TriesLeft } from "./types";

/**
 * Takes one try. Atomic in PostgreSQL: of any number of parallel calls exactly `points` pass, on every instance
 * together. Take it before the work it guards. Not undone by a rollback: call it outside transactions.
 * @returns what is left of the window
 * @throws TooManyAttempts with the seconds to wait
 */
export async function consumeRateLimit(
  db: Db,
  limit: RateLimit,
  subject: readonly string[],
): Promise<TriesLeft> {
  try {
    const { remainingPoints, msBeforeNext } = await limiterOf(db, limit).consume(subjectKey(subject));
    return { tries: remainingPoints, resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) };
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes)
      throw new TooManyAttempts(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)));
    throw refusal;
  }
}
