import { type Db } from "@/lib/db";
import { checkUserId } from "./check-input";
import { type CreditsContext } from "./context";
import { readBalance, readOpenLots } from "./queries";
import { type BalanceExplanation, type LotTotals } from "./types";

const sums = {
  grantedMilli: "amount_milli",
  spentMilli: "spent_milli",
  expiredMilli: "expired_milli",
  clawedBackMilli: "clawed_milli",
  toDebtMilli: "to_debt_milli",
  heldMilli: "held_milli",
  frozenMilli: "CASE WHEN frozen THEN remaining_milli - held_milli ELSE 0 END",
  upcomingMilli: "CASE WHEN NOT frozen AND effective_at > $2 THEN remaining_milli - held_milli ELSE 0 END",
  spendableMilli: "spendable_milli",
} satisfies Record<keyof Omit<LotTotals, "lots">, string>;

const sumNames = Object.keys(sums) as (keyof typeof sums)[];

/** Null stands for all lots, `false` for those with nothing left. Sums over years may pass 64 bits, so they are text. */
type TotalsRow = Record<keyof typeof sums, string> & { open: boolean | null; lots: number };

async function readTotals(db: Db, userId: string, now: Date): Promise<{ all: LotTotals; empty: LotTotals }> {
  const rows = await db.sql<TotalsRow>({
    name: "credit-lot-totals",
    text: `
      SELECT remaining_milli > 0 AS open, count(*)::int AS lots,
        ${sumNames.map((name) => `coalesce(sum(${sums[name]}), 0)::text AS "${name}"`).join(", ")}
      FROM credit_lots_at($1::uuid, $2::timestamptz)
      GROUP BY GROUPING SETS ((remaining_milli > 0), ())`,
    values: [userId, now],
  });
  return { all: toTotals(rows, null), empty: toTotals(rows, false) };
}

function toTotals(rows: readonly TotalsRow[], wanted: boolean | null): LotTotals {
  const row = rows.find(({ open }) => open === wanted);
  const totals = Object.fromEntries(sumNames.map((name) => [name, BigInt(row?.[name] ?? 0)]));
  return { ...(totals as Record<keyof typeof sums, bigint>), lots: row?.lots ?? 0 };
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
