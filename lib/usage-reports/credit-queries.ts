import type { CreditKind } from "@/lib/credits/types";
import type { Db } from "@/lib/db";
import type { DayRange } from "@/lib/shared/calendar";
import type { CreditMovement } from "./types";

interface Move {
  reason: "grant" | "expire" | "revoke" | "restore" | "forgive";
  kind: CreditKind | null;
  milli: bigint;
}

interface Asked extends DayRange {
  userId: string;
  zone: string;
}

const bounds = `bounds AS (
  SELECT $2::text::date::timestamp AT TIME ZONE $4::text AS starts_at,
    ($3::text::date + 1)::timestamp AT TIME ZONE $4::text AS ends_at)`;

/**
 * The balance at two instants, found by halving the history: its numbers rise with time, and an index on time would cost
 * every spend.
 */
async function readBalances(db: Db, { userId, from, to, zone }: Asked): Promise<[bigint, bigint]> {
  const at = (instant: string) => `COALESCE((
    WITH RECURSIVE step (low, high) AS (
      SELECT 0::bigint, (SELECT seq FROM credit_accounts WHERE user_id = $1::uuid)
      UNION ALL
      SELECT CASE WHEN e.created_at < ${instant} THEN e.seq ELSE low END,
        CASE WHEN e.created_at < ${instant} THEN high ELSE e.seq - 1 END
      FROM step JOIN credit_entries e ON e.user_id = $1::uuid AND e.seq = (low + high + 1) / 2
      WHERE low < high)
    SELECT e.balance_after_milli FROM step JOIN credit_entries e ON e.user_id = $1::uuid AND e.seq = low
    WHERE low = high), 0)`;
  const [row] = await db.sql<{ opening: bigint; closing: bigint }>({
    name: "report-balances",
    text: `WITH ${bounds} SELECT ${at("starts_at")} AS opening, ${at("ends_at")} AS closing FROM bounds`,
    values: [userId, from, to, zone],
  });
  return [row?.opening ?? 0n, row?.closing ?? 0n];
}

/** What moved the balance besides spending. The reasons stand there as they do in the index that makes it quick. */
function readMoves(db: Db, { userId, from, to, zone }: Asked): Promise<Move[]> {
  return db.sql<Move>({
    name: "report-moves",
    text: `WITH ${bounds}
      SELECT e.reason::text AS reason, l.kind::text AS kind, sum(e.touched[i + 1])::bigint AS milli
      FROM bounds, credit_entries e
        CROSS JOIN LATERAL generate_series(1, cardinality(e.touched), 2) AS i
        LEFT JOIN credit_lots l ON l.user_id = e.user_id AND l.no = e.touched[i]
      WHERE e.user_id = $1::uuid AND e.reason IN ('grant', 'expire', 'revoke', 'restore', 'forgive')
        AND e.created_at >= starts_at AND e.created_at < ends_at
      GROUP BY 1, 2 ORDER BY 1, 2`,
    values: [userId, from, to, zone],
  });
}

/** How somebody's balance moved in days of a zone that PostgreSQL knows. */
export async function readCreditMovement(db: Db, asked: Asked): Promise<CreditMovement> {
  const [[openingMilli, closingMilli], moves] = await Promise.all([
    readBalances(db, asked),
    readMoves(db, asked),
  ]);
  const sum = (...reasons: Move["reason"][]) =>
    moves.reduce((all, { reason, milli }) => (reasons.includes(reason) ? all + milli : all), 0n);
  const grants = moves.filter(({ reason }) => reason === "grant");
  return {
    openingMilli,
    closingMilli,
    cameIn: grants.map(({ kind, milli }) => ({ kind, milli })),
    spentMilli: openingMilli + sum("grant", "expire", "revoke", "restore", "forgive") - closingMilli,
    expiredMilli: -sum("expire"),
    takenBackMilli: -sum("revoke", "restore"),
    forgivenMilli: sum("forgive"),
  };
}
