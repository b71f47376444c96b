import { type Db } from "@/lib/db";
import { toReceipt, type LedgerRow } from "./receipt";
import { insertSpend, insertSpends, insertSpendsOfAccounts } from "./repository";
import { type QueuedSpend } from "./spend-queue";
import { type Receipt } from "./types";

type Results = PromiseSettledResult<Receipt>[];

/** Spends of one account in one statement, judged at the latest of their instants: by then each had been asked for. */
export async function spendOfAccount(pool: Db, spends: readonly QueuedSpend[]): Promise<Results> {
  const now = new Date(Math.max(...spends.map((spend) => spend.now.getTime())));
  const inputs = spends.map(({ input }) => input);
  const rows = insertSpends(pool, inputs, now);
  return Promise.allSettled(spends.map(async ({ input }, index) => toReceipt((await rows)[index], input)));
}

/**
 * Spends of one account each in one statement. An account that somebody else has locked is left out, so that
 * it keeps no other waiting, and goes alone. A statement that fails is undone as a whole: each goes alone then,
 * which is safe even if it was committed after all, because of its key.
 */
export async function spendOfAccounts(pool: Db, spends: readonly QueuedSpend[]): Promise<Results> {
  const rows = await insertSpendsOfAccounts(pool, spends).catch((): LedgerRow[] => []);
  return Promise.allSettled(
    spends.map(async ({ input, now }, index) => {
      const row = rows[index];
      return row && row.outcome !== "busy" ? toReceipt(row, input) : insertSpend(pool, input, now);
    }),
  );
}
