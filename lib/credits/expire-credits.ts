import { type CreditsContext } from "./context";
import { readAccountsWithExpiredLots, settleAccount } from "./repository";

/**
 * Writes the expiry entries that the history shows; the credit itself stopped counting at its instant, job or no
 * job. One short transaction per account. Idempotent.
 * @returns how many accounts and entries were written
 */
export async function expireCredits(ctx: CreditsContext): Promise<{ accounts: number; entries: number }> {
  return settleEach(ctx, readAccountsWithExpiredLots);
}

type FindDue = typeof readAccountsWithExpiredLots;

/**
 * Settles every account that `find` names, in pages by user id. One that cannot be settled stops no other.
 * @throws AggregateError at the end, of what went wrong on the way
 */
export async function settleEach(
  ctx: CreditsContext,
  find: FindDue,
): Promise<{ accounts: number; entries: number }> {
  const now = ctx.clock.now();
  const done = { accounts: 0, entries: 0 };
  const failures: unknown[] = [];
  let after: string | null = null;
  for (;;) {
    const due: string[] = await find(ctx.db, now, after);
    for (const userId of due) {
      try {
        done.entries += await settleAccount(ctx.db, userId, now);
        done.accounts += 1;
      } catch (error) {
        failures.push(error);
      }
    }
    after = due.at(-1) ?? null;
    if (after === null) break;
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} accounts could not be settled`);
  return done;
}
