import type { Db } from "@/lib/db";
import type { Spike } from "./types";

interface LowLimit {
  userId: string;
  lowMilli: bigint | null;
  now: Date;
}

/** An account without any credits is made where there is none. */
export async function saveLowLimit(tx: Db, { userId, lowMilli, now }: LowLimit): Promise<void> {
  await tx.prisma.creditAccount.createMany({ data: { userId, createdAt: now }, skipDuplicates: true });
  await tx.prisma.creditAccount.update({ where: { userId }, data: { lowMilli }, select: { userId: true } });
}

export interface ExpiringLot {
  no: number;
  remainingMilli: bigint;
  expiresAt: Date;
}

/** Claims a person's lots that lapse by `until` and were not told of: nobody else gets the same. The soonest first. */
export async function claimExpiringLots(
  tx: Db,
  { userId, now, until }: { userId: string; now: Date; until: Date },
): Promise<ExpiringLot[]> {
  return tx.sql<ExpiringLot>({
    name: "claim-expiring-lots",
    text: `WITH due AS (
        SELECT no, remaining_milli, expires_at FROM credit_lots
        WHERE user_id = $1::uuid AND open AND remaining_milli > 0 AND frozen_at IS NULL
          AND effective_at <= $2::timestamptz AND expires_at > $2::timestamptz AND expires_at <= $3::timestamptz
      ), told AS (
        INSERT INTO expiring_lots_told (user_id, lot_no, told_at) SELECT $1::uuid, no, $2::timestamptz FROM due
        ORDER BY no ON CONFLICT DO NOTHING RETURNING lot_no
      )
      SELECT due.no, due.remaining_milli AS "remainingMilli", due.expires_at AS "expiresAt"
      FROM due JOIN told ON told.lot_no = due.no ORDER BY due.expires_at, due.no`,
    values: [userId, now, until],
  });
}

interface FoundSpike extends Spike {
  userId: string;
  until: Date;
  now: Date;
}

/** @returns false where one was kept for the same day in UTC, or for a span that lies partly in this one */
export async function insertSpike(tx: Db, spike: FoundSpike): Promise<boolean> {
  const { userId, until, now, last, usual, creditsRose, callsRose } = spike;
  const rows = await tx.sql<{ one: number }>({
    name: "insert-usage-spike",
    text: `INSERT INTO usage_spikes (user_id, day, ends_at, found_at, credits_rose, credits_milli, usual_credits_milli,
        calls_rose, calls, usual_calls)
      SELECT $1::uuid, ($3::timestamptz AT TIME ZONE 'UTC')::date, $2::timestamptz, $3::timestamptz, $4::boolean,
        $5::bigint, $6::bigint, $7::boolean, $8::bigint, $9::bigint
      WHERE NOT EXISTS (SELECT FROM usage_spikes s WHERE s.user_id = $1::uuid
        AND s.ends_at > $2::timestamptz - interval '24 hours')
      ON CONFLICT DO NOTHING RETURNING 1 AS one`,
    values: [
      ...[userId, until, now, creditsRose, last.creditsMilli, usual.creditsMilli],
      ...[callsRose, last.calls, usual.calls],
    ],
  });
  return rows.length === 1;
}
