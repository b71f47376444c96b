import { type Db } from "@/lib/db";
import { type CreditsContext } from "./context";
import { type LedgerDifference, type LedgerReport } from "./types";

const pageOfAccounts = 500;

/** Every user id that the ledger knows, in order, also of entries that lost their account. */
async function readUserIds(db: Db, after: string | null): Promise<string[]> {
  const rows = await db.sql<{ user_id: string }>({
    name: "credit-known-users",
    text: `
      WITH RECURSIVE written AS (
        (SELECT user_id FROM credit_entries WHERE $1::uuid IS NULL OR user_id > $1::uuid ORDER BY user_id, seq LIMIT 1)
        UNION ALL
        SELECT (SELECT e.user_id FROM credit_entries e WHERE e.user_id > w.user_id ORDER BY e.user_id, e.seq LIMIT 1)
        FROM written w WHERE w.user_id IS NOT NULL
      ), known AS (
        (SELECT user_id FROM written WHERE user_id IS NOT NULL LIMIT ${pageOfAccounts})
        UNION
        (SELECT user_id FROM credit_accounts WHERE $1::uuid IS NULL OR user_id > $1::uuid ORDER BY user_id LIMIT ${pageOfAccounts})
      )
      SELECT user_id FROM known ORDER BY user_id LIMIT ${pageOfAccounts}`,
    values: [after],
  });
  return rows.map((row) => row.user_id);
}

async function readDifferences(db: Db, userIds: readonly string[]): Promise<LedgerDifference[]> {
  return db.sql<LedgerDifference>({
    name: "credit-differences",
    text: `
      SELECT user_id AS "userId", rule, expected::text, actual::text
      FROM credit_differences($1::text[]::uuid[])`,
    values: [userIds],
  });
}

/** Sums over one account or all, as text because together they may pass 64 bits. */
async function readTotals(db: Db, userId: string | null): Promise<LedgerReport["totals"]> {
  const [row] = await db.sql<LedgerReport["totals"]>({
    name: "credit-totals",
    text: `
      SELECT coalesce(sum(delta_milli) FILTER (WHERE reason = 'grant'), 0)::text AS "issuedMilli",
        coalesce(-sum(delta_milli) FILTER (WHERE reason IN ('spend', 'capture')), 0)::text AS "spentMilli",
        coalesce(-sum(delta_milli) FILTER (WHERE reason = 'expire'), 0)::text AS "expiredMilli",
        coalesce(-sum(delta_milli) FILTER (WHERE reason IN ('revoke', 'restore')), 0)::text AS "clawedBackMilli",
        coalesce(sum(delta_milli) FILTER (WHERE reason = 'forgive'), 0)::text AS "forgivenMilli",
        (SELECT coalesce(sum(balance_milli), 0) FROM credit_accounts WHERE $1::uuid IS NULL OR user_id = $1)::text
          AS "balancesMilli"
      FROM credit_entries WHERE $1::uuid IS NULL OR user_id = $1`,
    values: [userId],
  });
  if (!row) throw new Error("An aggregate gave no row.");
  return row;
}

function differenceOfTotals(totals: LedgerReport["totals"]): LedgerDifference[] {
  const { issuedMilli, forgivenMilli, spentMilli, expiredMilli, clawedBackMilli, balancesMilli } = totals;
  const expected =
    BigInt(issuedMilli) +
    BigInt(forgivenMilli) -
    BigInt(spentMilli) -
    BigInt(expiredMilli) -
    BigInt(clawedBackMilli);
  if (expected === BigInt(balancesMilli)) return [];
  const rule = "issued and forgiven less spent, expired and clawed back is the sum of all balances";
  return [{ userId: null, rule, expected: String(expected), actual: balancesMilli }];
}

/**
 * Recomputes every balance, debt, lot and running balance from the history and tells each difference, by account
 * and rule. Changes nothing and may run while the ledger is in use: each page of accounts, and the totals, are
 * seen at one instant.
 * @param userId one account only; the whole ledger if absent
 * @param onProgress told after each page how many accounts were recomputed
 */
export async function verifyLedger(
  ctx: Pick<CreditsContext, "db">,
  userId?: string,
  onProgress?: (accounts: number) => Promise<void>,
): Promise<LedgerReport> {
  const differences: LedgerDifference[] = [];
  let accounts = 0;
  let page = userId === undefined ? await readUserIds(ctx.db, null) : [userId];
  while (page.length > 0) {
    accounts += page.length;
    differences.push(...(await readDifferences(ctx.db, page)));
    await onProgress?.(accounts);
    page = userId === undefined ? await readUserIds(ctx.db, page.at(-1) ?? null) : [];
  }
  const totals = await readTotals(ctx.db, userId ?? null);
  if (userId === undefined) differences.push(...differenceOfTotals(totals));
  return { accounts, totals, differences };
}
