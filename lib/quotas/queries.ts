import type { Db } from "@/lib/db";
import type { Rights } from "./policy";

interface Row {
  version: bigint;
  planKey: string | null;
  complimentaryUntil: Date | null;
  nextStart: Date | null;
  overrides: { kind: string; limit: string; endsAt: string }[] | null;
}

/**
 * What somebody may use at an instant, as one snapshot. A plan counts while it is paid for, tried, or past due; one that
 * was given counts where there is no other.
 */
export async function readRights(db: Db, userId: string, now: Date): Promise<Rights> {
  const [row] = await db.sql<Row>({
    name: "read-quota-rights",
    text: `SELECT COALESCE((SELECT version FROM quota_versions WHERE user_id = $1::uuid), 0) AS version,
        COALESCE(s.plan_key, CASE WHEN s.id IS NULL THEN c.plan_key ELSE '' END) AS "planKey",
        CASE WHEN s.id IS NULL THEN c.ends_at END AS "complimentaryUntil",
        (SELECT json_agg(json_build_object('kind', o.kind, 'limit', o."limit"::text, 'endsAt', o.ends_at))
          FROM quota_overrides o
          WHERE o.user_id = $1::uuid AND o.ended_at IS NULL AND o.starts_at <= $2::timestamptz
            AND o.ends_at > $2::timestamptz) AS overrides,
        LEAST((SELECT min(starts_at) FROM quota_overrides
            WHERE user_id = $1::uuid AND ended_at IS NULL AND starts_at > $2::timestamptz),
          (SELECT min(starts_at) FROM complimentary_plans
            WHERE user_id = $1::uuid AND ended_at IS NULL AND starts_at > $2::timestamptz)) AS "nextStart"
      FROM (SELECT 1) AS one
        LEFT JOIN LATERAL (SELECT id, plan_key FROM subscriptions
          WHERE user_id = $1::uuid AND NOT surplus AND status IN ('active', 'trialing', 'past_due')
          ORDER BY started_at DESC LIMIT 1) s ON true
        LEFT JOIN LATERAL (SELECT plan_key, ends_at FROM complimentary_plans
          WHERE user_id = $1::uuid AND ended_at IS NULL AND starts_at <= $2::timestamptz AND ends_at > $2::timestamptz
          ORDER BY ends_at DESC LIMIT 1) c ON true`,
    values: [userId, now],
  });
  if (!row) throw new Error("A row of one was none.");
  const overrides = (row.overrides ?? []).map(({ kind, limit, endsAt }) => ({
    ...{ kind, limit: BigInt(limit), endsAt: new Date(endsAt) },
  }));
  // What another server, whose clock is ahead, gave just now has yet to begin by the clock of this one.
  const turns = [...overrides.map(({ endsAt }) => endsAt), row.complimentaryUntil, row.nextStart].filter(
    (turn) => turn !== null,
  );
  const until = turns.length > 0 ? new Date(Math.min(...turns.map((turn) => turn.getTime()))) : null;
  return { version: row.version, planKey: row.planKey, overrides, since: now, until };
}

/** What the counters of somebody say, by `kind start`. */
export async function readCounters(
  db: Db,
  { userId, kinds, starts }: { userId: string; kinds: readonly string[]; starts: readonly Date[] },
): Promise<ReadonlyMap<string, bigint>> {
  const rows = await db.sql<{ kind: string; used: bigint }>({
    name: "read-quota-counters",
    text: `SELECT c.kind, c.used FROM unnest($2::text[], $3::timestamptz[]) AS asked (kind, starts_at)
      JOIN quota_counters c ON c.user_id = $1::uuid AND c.kind = asked.kind AND c.starts_at = asked.starts_at`,
    values: [userId, kinds, starts],
  });
  return new Map(rows.map(({ kind, used }) => [kind, used]));
}
