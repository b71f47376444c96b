import { type Db } from "@/lib/db";
import { insertSpend, insertSpends } from "./repository";
import { toReceipt } from "./receipt";
import { type Receipt, type SpendInput } from "./types";

interface WaitingSpend {
  input: SpendInput;
  now: Date;
  resolve: (receipt: Receipt) => void;
  reject: (error: unknown) => void;
}

/** Bounds how long one statement holds the account's lock. */
const largestBatch = 250;

/** Per pool and account, the spends that wait while one is under way. An account nobody spends from has no entry. */
const lanes = new WeakMap<Db, Map<string, WaitingSpend[]>>();

/**
 * The first spend of an account goes straight to the database. Those that arrive while it is under way would
 * only queue for the same row lock, each with its own commit; they wait here and go together, in one statement.
 */
export function coalesceSpend(pool: Db, input: SpendInput, now: Date): Promise<Receipt> {
  const accounts = lanes.get(pool) ?? new Map<string, WaitingSpend[]>();
  lanes.set(pool, accounts);
  const userId = input.userId.toLowerCase();
  const waiting = accounts.get(userId);
  if (!waiting) {
    accounts.set(userId, []);
    return insertSpend(pool, input, now).finally(() => {
      void drain(pool, accounts, userId);
    });
  }
  return new Promise((resolve, reject) => {
    waiting.push({ input, now, resolve, reject });
  });
}

async function drain(pool: Db, accounts: Map<string, WaitingSpend[]>, userId: string): Promise<void> {
  for (;;) {
    const batch = accounts.get(userId)?.splice(0, largestBatch) ?? [];
    if (batch.length === 0) {
      accounts.delete(userId);
      return;
    }
    await spendTogether(pool, batch);
  }
}

async function spendTogether(pool: Db, batch: readonly WaitingSpend[]): Promise<void> {
  const [first] = batch;
  if (first && batch.length === 1) {
    await insertSpend(pool, first.input, first.now).then(first.resolve, first.reject);
    return;
  }
  try {
    // The latest of the instants: by then each of these spends had been asked for.
    const now = new Date(Math.max(...batch.map((spend) => spend.now.getTime())));
    const rows = await insertSpends(
      pool,
      batch.map((spend) => spend.input),
      now,
    );
    batch.forEach((spend, index) => {
      settle(spend, () => toReceipt(rows[index], spend.input));
    });
  } catch (error) {
    batch.forEach((spend) => {
      spend.reject(error);
    });
  }
}

function settle({ resolve, reject }: WaitingSpend, read: () => Receipt): void {
  try {
    resolve(read());
  } catch (error) {
    reject(error);
  }
}
