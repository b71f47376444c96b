import { type Db } from "@/lib/db";
import { insertSpend } from "./repository";
import { SpendQueue } from "./spend-queue";
import { spendOfAccount, spendOfAccounts } from "./spend-together";
import { type Receipt, type SpendInput } from "./types";

/** Per pool, the spends that wait while others are under way. */
const queues = new WeakMap<Db, SpendQueue>();

/**
 * Sends a spend to the database, together with others where it would have to wait anyway: one account's spends
 * queue for the same row, and a busy pool's for a connection. Spends that wait go in one statement, with one
 * commit; each gets its own entry and verdict.
 */
export function coalesceSpend(pool: Db, input: SpendInput, now: Date): Promise<Receipt> {
  let queue = queues.get(pool);
  if (!queue) {
    queue = new SpendQueue({
      one: ({ input: only, now: at }) => insertSpend(pool, only, at),
      ofAccount: (spends) => spendOfAccount(pool, spends),
      ofAccounts: (spends) => spendOfAccounts(pool, spends),
    });
    queues.set(pool, queue);
  }
  return queue.add({ input, now });
}
