import { type Db } from "@/lib/db";
import {
  type CreditBalance,
  type CreditKind,
  type Expiry,
  type Lot,
  type LotStatus,
  type OpenHold,
} from "./types";

/** What may be spent at an instant, in one round trip. */
export async function readBalance(db: Db, userId: string, now: Date): Promise<CreditBalance> {
  const [row] = await db.sql<Record<keyof Omit<CreditBalance, "totalMilli">, bigint>>({
    name: "credit-balance",
    text: `
      SELECT coalesce(sum(spendable_milli) FILTER (WHERE kind = 'subscription'), 0)::bigint AS "subscriptionMilli",
        coalesce(sum(spendable_milli) FILTER (WHERE kind <> 'subscription'), 0)::bigint AS "paygMilli",
        coalesce(sum(held_milli), 0)::bigint AS "heldMilli",
        coalesce(sum(remaining_milli - held_milli) FILTER (WHERE frozen), 0)::bigint AS "frozenMilli",
        coalesce(sum(remaining_milli - held_milli) FILTER (WHERE NOT frozen AND effective_at > $2), 0)::bigint
          AS "upcomingMilli",
        coalesce((SELECT debt_milli FROM credit_accounts WHERE user_id = $1), 0) AS "debtMilli",
        coalesce((SELECT seq FROM credit_accounts WHERE user_id = $1), 0) AS version
      FROM credit_lots_at($1::uuid, $2::timestamptz) WHERE open`,
    values: [userId, now],
  });
  if (!row) throw new Error("An aggregate gave no row.");
  return { totalMilli: row.subscriptionMilli + row.paygMilli, ...row };
}

type LotRow = Omit<Lot, "status" | "cost"> & {
  frozen: boolean;
  upcoming: boolean;
  expired: boolean;
  costMinor: bigint;
  costCurrency: string | null;
};

function toLot({ frozen, upcoming, expired, costMinor, costCurrency, ...lot }: LotRow): Lot {
  let status: LotStatus = "spendable";
  if (expired) status = "expired";
  else if (lot.remainingMilli === 0n) status = "empty";
  else if (frozen) status = "frozen";
  else if (upcoming) status = "upcoming";
  else if (lot.spendableMilli === 0n) status = "held";
  const cost = costCurrency === null ? null : { amountMinor: costMinor, currency: costCurrency };
  return { ...lot, status, cost };
}

/** Lots with something left, in burn order, those that count now first. */
export async function readOpenLots(db: Db, userId: string, now: Date): Promise<Lot[]> {
  const rows = await db.sql<LotRow>({
    name: "credit-open-lots",
    text: `
      SELECT no, kind, source_key AS "lotKey", description, amount_milli AS "grantedMilli", spent_milli AS "spentMilli",
        expired_milli AS "expiredMilli", clawed_milli AS "clawedBackMilli", to_debt_milli AS "toDebtMilli",
        remaining_milli AS "remainingMilli", held_milli AS "heldMilli", spendable_milli AS "spendableMilli",
        cost_minor AS "costMinor", cost_currency AS "costCurrency", frozen, effective_at > $2 AS upcoming, expired,
        created_at AS "grantedAt", effective_at AS "effectiveAt", expires_at AS "expiresAt"
      FROM credit_lots_at($1::uuid, $2::timestamptz)
      WHERE open AND remaining_milli > 0
      ORDER BY frozen OR expired OR effective_at > $2, priority, expires_at, effective_at, no`,
    values: [userId, now],
  });
  return rows.map(toLot);
}

export async function readOpenHolds(db: Db, userId: string, now: Date): Promise<OpenHold[]> {
  return db.sql<OpenHold>({
    name: "credit-open-holds",
    text: `
      SELECT seq, amount_milli AS "creditsMilli", reference, description, created_at AS "heldAt",
        expires_at AS "expiresAt"
      FROM credit_holds
      WHERE user_id = $1::uuid AND status = 'open' AND expires_at > $2::timestamptz
      ORDER BY seq`,
    values: [userId, now],
  });
}

/** Groups what may expire ahead by instant and kind, soonest first. Credit that is held or frozen counts too. */
export function listExpiries(lots: readonly Lot[]): Expiry[] {
  const expiries = new Map<string, Expiry>();
  for (const { kind, expiresAt, remainingMilli, status } of lots) {
    if (!expiresAt || status === "expired") continue;
    const key = `${expiresAt.toISOString()} ${kind}`;
    const expiry = expiries.get(key) ?? { at: expiresAt, kind, creditsMilli: 0n };
    expiries.set(key, { ...expiry, creditsMilli: expiry.creditsMilli + remainingMilli });
  }
  return [...expiries.values()].sort(
    (a, b) => a.at.getTime() - b.at.getTime() || kindOrder(a.kind) - kindOrder(b.kind),
  );
}

function kindOrder(kind: CreditKind): number {
  return kind === "subscription" ? 0 : 1;
}
