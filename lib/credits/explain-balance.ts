import { type Db } from "@/lib/db";
import { checkUserId } from "./check-input";
import { type CreditsContext } from "./context";
import { readBalance, readOpenLots } from "./queries";
import { type BalanceExplanation, type LotTotals } from "./types";

async function readTotals(db: Db, userId: string, now: Date): Promise<{ all: LotTotals; empty: LotTotals }> {
  const rows = await db.sql<LotTotals & { open: boolean | null }>({
    name: "credit-lot-totals",
    text: `
      SELECT remaining_milli > 0 AS open, count(*)::int AS lots, sum(amount_milli)::bigint AS "grantedMilli",
        sum(spent_milli)::bigint AS "spentMilli", sum(expired_milli)::bigint AS "expiredMilli",
        sum(clawed_milli)::bigint AS "clawedBackMilli", sum(to_debt_milli)::bigint AS "toDebtMilli",
        sum(held_milli)::bigint AS "heldMilli", sum(spendable_milli)::bigint AS "spendableMilli",
        sum(CASE WHEN frozen THEN remaining_milli - held_milli ELSE 0 END)::bigint AS "frozenMilli",
        sum(CASE WHEN NOT frozen AND effective_at > $2 THEN remaining_milli - held_milli ELSE 0 END)::bigint
          AS "upcomingMilli"
      FROM credit_lots_at($1::uuid, $2::timestamptz)
      GROUP BY GROUPING SETS ((remaining_milli > 0), ())`,
    values: [userId, now],
  });
  return { all: pickTotals(rows, null), empty: pickTotals(rows, false) };
}

function pickTotals(
  rows: readonly (LotTotals & { open: boolean | null })[],
  wanted: boolean | null,
): LotTotals {
  const row = rows.find(({ open }) => open === wanted);
  return {
    lots: row?.lots ?? 0,
    grantedMilli: row?.grantedMilli ?? 0n,
    spentMilli: row?.spentMilli ?? 0n,
    expiredMilli: row?.expiredMilli ?? 0n,
    clawedBackMilli: row?.clawedBackMilli ?? 0n,
    toDebtMilli: row?.toDebtMilli ?? 0n,
    heldMilli: row?.heldMilli ?? 0n,
    frozenMilli: row?.frozenMilli ?? 0n,
    upcomingMilli: row?.upcomingMilli ?? 0n,
    spendableMilli: row?.spendableMilli ?? 0n,
  };
}

/**
 * Why the balance is what it is: every lot with something left and what became of the rest of it, then all
 * emptied lots together. Granted less spent, expired, clawed back, put to debt, held, frozen and upcoming is
 * exactly the balance.
 */
export async function explainBalance(ctx: CreditsContext, userId: string): Promise<BalanceExplanation> {
  checkUserId(userId);
  const now = ctx.clock.now();
  const [balance, lots, { all, empty }] = await Promise.all([
    readBalance(ctx.db, userId, now),
    readOpenLots(ctx.db, userId, now),
    readTotals(ctx.db, userId, now),
  ]);
  return { balance, totals: all, lots, emptyLots: empty };
}
