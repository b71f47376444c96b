import type { Db } from "@/lib/db";
import type { UsageRange } from "./types";
import { instantsOf } from "./source";

interface HitRow {
  userId: string;
  email: string;
  kind: string;
  hits: number;
  limit: bigint;
  lastAt: Date;
  /** How many people were refused anything. */
  people: number;
}

/** A window counts where a refusal in it may lie in the range: from its first one to its last. */
const inRange = `last_at >= $1::timestamptz AND first_at < $2::timestamptz`;

export function readHits(db: Db, range: UsageRange): Promise<HitRow[]> {
  const { begins, ends } = instantsOf(range);
  return db.sql<HitRow>({
    name: "quota-hits-of-everybody",
    text: `SELECT h.user_id AS "userId", u.email, h.kind, sum(h.hits)::int AS hits,
        (array_agg(h."limit" ORDER BY h.last_at DESC))[1] AS "limit", max(h.last_at) AS "lastAt",
        (SELECT count(DISTINCT user_id)::int FROM quota_hits WHERE ${inRange}) AS people
      FROM quota_hits h JOIN users u ON u.id = h.user_id
      WHERE ${inRange}
      GROUP BY h.user_id, u.email, h.kind ORDER BY max(h.last_at) DESC, h.user_id, h.kind LIMIT 50`,
    values: [begins, ends],
  });
}

export function readReached(
  db: Db,
  range: UsageRange,
): Promise<{ kind: string; percent: number; people: number }[]> {
  const { begins, ends } = instantsOf(range);
  return db.sql({
    name: "quota-alerts-of-everybody",
    text: `SELECT kind, percent, count(DISTINCT user_id)::int AS people FROM quota_alerts
      WHERE raised_at >= $1::timestamptz AND raised_at < $2::timestamptz GROUP BY 1, 2 ORDER BY 1, 2`,
    values: [begins, ends],
  });
}

interface SpikeRow {
  userId: string;
  email: string;
  day: string;
  foundAt: Date;
  creditsRose: boolean;
  creditsMilli: bigint;
  usualCreditsMilli: bigint;
  callsRose: boolean;
  calls: bigint;
  usualCalls: bigint;
  /** Of all in the range. */
  found: number;
}

/** By the days of each person; `userId` for one of them alone. The end of a day is within a day of that of UTC. */
export function readSpikes(db: Db, range: UsageRange, userId: string | null): Promise<SpikeRow[]> {
  const { begins, ends } = instantsOf(range);
  return db.sql<SpikeRow>({
    name: "usage-spikes-of-everybody",
    text: `SELECT s.user_id AS "userId", u.email, to_char(s.day, 'YYYY-MM-DD') AS day, s.found_at AS "foundAt",
        s.credits_rose AS "creditsRose", s.credits_milli AS "creditsMilli", s.usual_credits_milli AS "usualCreditsMilli",
        s.calls_rose AS "callsRose", s.calls, s.usual_calls AS "usualCalls", count(*) OVER ()::int AS found
      FROM usage_spikes s JOIN users u ON u.id = s.user_id
      WHERE s.ends_at > $1::timestamptz - interval '1 day' AND s.ends_at < $2::timestamptz + interval '2 days'
        AND s.day BETWEEN $3::text::date AND $4::text::date AND ($5::uuid IS NULL OR s.user_id = $5::uuid)
      ORDER BY s.day DESC, s.found_at DESC, s.user_id LIMIT 50`,
    values: [begins, ends, range.from, range.to, userId],
  });
}

/** Who came to a limit since an instant, or was refused by one that lasts longer than a minute; and how many days stood out. */
export async function countPressure(db: Db, since: Date): Promise<{ atLimit: number; spikes: number }> {
  const [row] = await db.sql<{ atLimit: number; spikes: number }>({
    name: "usage-pressure-since",
    text: `SELECT (SELECT count(*)::int FROM (
          SELECT user_id FROM quota_alerts WHERE raised_at >= $1::timestamptz AND percent = 100
          UNION SELECT user_id FROM quota_hits
            WHERE last_at >= $1::timestamptz AND kind <> 'api_calls_per_minute') AS pressed) AS "atLimit",
        (SELECT count(*)::int FROM usage_spikes WHERE ends_at > $1::timestamptz AND found_at >= $1::timestamptz) AS spikes`,
    values: [since],
  });
  return row ?? { atLimit: 0, spikes: 0 };
}

interface PersonEventRow {
  what: "refused" | "told";
  kind: string;
  at: Date;
  /** Null for what was refused. */
  percent: number | null;
  /** How often it was refused in the window; 1 for what was told. */
  times: number;
  limit: bigint;
}

/** One person's refusals by window, and what they were told of their limits, the latest first. */
export function readPersonEvents(db: Db, userId: string): Promise<PersonEventRow[]> {
  return db.sql<PersonEventRow>({
    name: "quota-events-of-person",
    text: `SELECT * FROM (
        (SELECT 'refused' AS what, kind, last_at AS at, NULL::int AS percent, hits AS times, "limit"
          FROM quota_hits WHERE user_id = $1::uuid ORDER BY last_at DESC LIMIT 20)
        UNION ALL
        (SELECT 'told', kind, raised_at, percent, 1, "limit"
          FROM quota_alerts WHERE user_id = $1::uuid ORDER BY raised_at DESC LIMIT 20)) AS events
      ORDER BY at DESC, what, kind LIMIT 20`,
    values: [userId],
  });
}
