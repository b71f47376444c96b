import type { Db } from "@/lib/db";
import type { TopUp } from "./types";

/** The latest purchases, newest first. */
export async function listTopUps(db: Db, userId: string, limit: number): Promise<TopUp[]> {
  const rows = await db.prisma.topUp.findMany({
    where: { userId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
    select: {
      ...{ id: true, amountMinor: true, currency: true, cardLabel: true, status: true },
      ...{ failureCode: true, declineCode: true, createdAt: true },
      checkout: {
        select: { itemName: true, creditsMilli: true, payments: { select: { id: true }, take: 1 } },
      },
    },
  });
  return rows.map(({ checkout: { itemName, creditsMilli, payments }, createdAt, ...row }) => ({
    ...{ ...row, itemName, creditsMilli, at: createdAt, paymentId: payments[0]?.id ?? null },
  }));
}

/**
 * People for whom something is to be done and perhaps nobody does it: a purchase that was begun and left, or a balance
 * that is low without one, with what counts now alone: accounts tell of no fall while credits wait to count, as those of a
 * yearly plan do, or are frozen. Who must wait for the next month is left out. By id.
 */
export async function listNeglected(
  db: Db,
  { now, leasesUntil, after, limit }: { now: Date; leasesUntil: Date; after: string | null; limit: number },
): Promise<string[]> {
  const rows = await db.sql<{ userId: string }>({
    name: "neglected-top-ups",
    text: `
      SELECT user_id AS "userId" FROM top_ups
      WHERE status = 'pending' AND (claimed_until IS NULL OR claimed_until <= $2::timestamptz)
        AND ($3::uuid IS NULL OR user_id > $3::uuid)
      UNION
      SELECT s.user_id FROM auto_top_ups s
      JOIN credit_accounts a ON a.user_id = s.user_id
      JOIN users u ON u.id = s.user_id
      WHERE s.enabled AND a.debt_milli = 0 AND ($3::uuid IS NULL OR s.user_id > $3::uuid)
        AND (a.balance_milli < s.threshold_milli OR EXISTS (
            SELECT FROM credit_lots w WHERE w.user_id = a.user_id AND w.open
              AND (w.effective_at > $1::timestamptz OR w.frozen_at IS NOT NULL))
          AND (SELECT coalesce(sum(l.spendable_milli + l.held_milli), 0)
            FROM credit_lots_at(a.user_id, $1::timestamptz) l WHERE l.open) < s.threshold_milli)
        AND (s.capped_until IS NULL OR s.capped_until <= $1::timestamptz)
        AND u.suspended_at IS NULL AND u.deletion_asked_at IS NULL AND u.anonymised_at IS NULL
        AND NOT EXISTS (
          SELECT FROM top_ups t WHERE t.user_id = s.user_id
            AND (t.status = 'pending' OR t.status = 'succeeded' AND t.episode = a.lot_count))
      ORDER BY 1 LIMIT $4::int`,
    values: [now, leasesUntil, after, limit],
  });
  return rows.map(({ userId }) => userId);
}
