import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { acceptCode, type GivenCode } from "./accept-code";
import { SecretUnreadable } from "./errors";
import { consumeCode, forgiveCodes } from "./limits";

export type TwoFactorContext = Pick<AppContext, "db" | "systemClock" | "secretBox" | "log" | "appUrl">;

/**
 * Verifies a code of the authenticator or a recovery code, and does what it is asked for in the same transaction: when
 * that fails the code is not spent. Every try is counted before it is looked at; a right one clears the count, and one
 * that could not be looked at does not count.
 * @throws CodeWrong | CodeUsed | TooManyAttempts | SecretUnreadable | TwoFactorOff, and what `work` throws
 */
export async function verifySecondFactor<T>(
  ctx: TwoFactorContext,
  given: GivenCode,
  work: (tx: Db, now: Date) => Promise<T>,
): Promise<T> {
  const now = ctx.systemClock.now();
  const who = { userId: given.userId, ip: given.origin.ip };
  await consumeCode(ctx.db, { ...who, now });
  try {
    const result = await ctx.db.transaction(async (tx) => {
      await acceptCode(tx, ctx, given);
      return work(tx, now);
    });
    await forgiveCodes(ctx.db, who);
    return result;
  } catch (error) {
    if (error instanceof SecretUnreadable) await forgiveCodes(ctx.db, who);
    throw error;
  }
}
