import type { Db } from "@/lib/db";
import { spikeRule, leastSpike } from "./policy";
import { defaultLowMilli, type RaisedAlert, type RecentUse, type SpanUse } from "./types";

export interface Reader {
  email: string;
  timeZone: string | null;
}

/** Whom a mail about their account reaches; null for who is suspended or gone. */
export async function findReader(db: Db, userId: string): Promise<Reader | null> {
  return db.prisma.user.findUnique({
    where: { id: userId, suspendedAt: null, anonymisedAt: null },
    select: { email: true, timeZone: true },
  });
}

export async function findRaisedAlert(db: Db, id: string): Promise<RaisedAlert | null> {
  const [row] = await db.sql<RaisedAlert>({
    name: "find-raised-quota-alert",
    text: `SELECT a.id, a.user_id AS "userId", a.kind, a.starts_at AS "startsAt", a."limit", a.percent, a.used,
        (SELECT max(h.percent) FROM quota_alerts h WHERE h.user_id = a.user_id AND h.kind = a.kind
          AND h.starts_at = a.starts_at AND h."limit" = a."limit") AS "highestPercent"
      FROM quota_alerts a WHERE a.id = $1::uuid`,
    values: [id],
  });
  return row ?? null;
}

/** How few credits somebody wants to hear of; null: of none. */
export async function getLowLimit(db: Db, userId: string): Promise<bigint | null> {
  const account = await db.prisma.creditAccount.findUnique({ where: { userId }, select: { lowMilli: true } });
  return account ? account.lowMilli : defaultLowMilli;
}

/** Names the present dip of a balance: credits that come, or begin to count, end it. */
export async function findEpisode(db: Db, userId: string, now: Date): Promise<number> {
  const [row] = await db.sql<{ episode: number }>({
    name: "find-credit-episode",
    text: `SELECT a.lot_count - (SELECT count(*)::int FROM credit_lots l
        WHERE l.user_id = a.user_id AND l.open AND l.effective_at > $2::timestamptz) AS episode
      FROM credit_accounts a WHERE a.user_id = $1::uuid`,
    values: [userId, now],
  });
  return row?.episode ?? 0;
}

interface Page {
  after: string | null;
  limit: number;
}

/** People who have credits that lapse soon and were not told of them. By id. */
export async function listExpiringOwners(
  db: Db,
  { now, until, after, limit }: Page & { now: Date; until: Date },
): Promise<string[]> {
  const rows = await db.sql<{ userId: string }>({
    name: "list-owners-of-expiring-credits",
    text: `SELECT DISTINCT l.user_id AS "userId" FROM credit_lots l
      JOIN users u ON u.id = l.user_id AND u.suspended_at IS NULL AND u.anonymised_at IS NULL
      WHERE l.open AND l.remaining_milli > 0 AND l.frozen_at IS NULL AND l.effective_at <= $1::timestamptz
        AND l.expires_at > $1::timestamptz AND l.expires_at <= $2::timestamptz
        AND ($3::uuid IS NULL OR l.user_id > $3::uuid)
        AND NOT EXISTS (SELECT FROM expiring_lots_told t WHERE t.user_id = l.user_id AND t.lot_no = l.no)
      ORDER BY l.user_id LIMIT $4::int`,
    values: [now, until, after, limit],
  });
  return rows.map(({ userId }) => userId);
}

/** People who want to hear of few credits and have some that count only later: a yearly plan is granted by months. By id. */
export async function listOwnersWithUpcoming(
  db: Db,
  { now, after, limit }: Page & { now: Date },
): Promise<string[]> {
  const rows = await db.sql<{ userId: string }>({
    name: "list-owners-of-upcoming-credits",
    text: `SELECT a.user_id AS "userId" FROM credit_accounts a
      WHERE a.low_milli IS NOT NULL AND ($2::uuid IS NULL OR a.user_id > $2::uuid) AND EXISTS (
        SELECT FROM credit_lots l WHERE l.user_id = a.user_id AND l.open AND l.effective_at > $1::timestamptz)
      ORDER BY a.user_id LIMIT $3::int`,
    values: [now, after, limit],
  });
  return rows.map(({ userId }) => userId);
}

type SpanRow = SpanUse & { userId: string; span: number };

/**
 * The last 24 hours before `until` of people who used enough in them to be a spike, with the spans of the four weeks
 * before. By id; of a run that the API started the credits are counted once, with the run.
 */
export async function listRecentUse(
  db: Db,
  { until, after, limit }: Page & { until: Date },
): Promise<RecentUse[]> {
  const rows = await db.sql<SpanRow>({
    name: "list-recent-use",
    text: `WITH many AS (
        SELECT user_id FROM usage_hours
        WHERE hour >= $1::timestamptz - interval '24 hours' AND hour < $1::timestamptz
          AND ($2::uuid IS NULL OR user_id > $2::uuid)
        GROUP BY user_id
        HAVING sum(cost_milli) FILTER (WHERE kind = 'run') >= $4::bigint
          OR sum(events) FILTER (WHERE kind = 'api_call') >= $5::bigint
        ORDER BY user_id LIMIT $3::int)
      SELECT h.user_id AS "userId", ((extract(epoch FROM $1::timestamptz - h.hour)::int - 1) / 86400)::int AS span,
        COALESCE(sum(h.cost_milli) FILTER (WHERE h.kind = 'run'), 0)::bigint AS "creditsMilli",
        COALESCE(sum(h.events) FILTER (WHERE h.kind = 'api_call'), 0)::bigint AS calls
      FROM many JOIN usage_hours h ON h.user_id = many.user_id
        AND h.hour >= $1::timestamptz - make_interval(hours => 24 * ($6::int + 1)) AND h.hour < $1::timestamptz
      GROUP BY 1, 2 ORDER BY 1, 2`,
    values: [until, after, limit, leastSpike.creditsMilli, leastSpike.calls, spikeRule.spans],
  });
  return [...Map.groupBy(rows, ({ userId }) => userId)].map(([userId, spans]) => toRecentUse(userId, spans));
}

function toRecentUse(userId: string, rows: readonly SpanRow[]): RecentUse {
  const nothing = { creditsMilli: 0n, calls: 0n };
  const spans = Array.from({ length: spikeRule.spans + 1 }, (): SpanUse => nothing);
  for (const { span, creditsMilli, calls } of rows) spans[span] = { creditsMilli, calls };
  const [last = nothing, ...before] = spans;
  return { userId, last, before };
}
