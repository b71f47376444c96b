import type { Db } from "@/lib/db";
import type { RenewalsDue } from "./types";

/** What is charged in the next 7 and 30 days unless somebody cancels. A planned change of plan counts as planned. */
export async function readRenewals(db: Db, now: Date): Promise<RenewalsDue[]> {
  return db.sql<RenewalsDue>({
    name: "analytics-renewals",
    text: `SELECT currency, days, count(*)::int AS renewals, sum(amount)::bigint AS "amountMinor"
      FROM (SELECT s.currency, coalesce(s.next_amount_minor, s.amount_minor) AS amount, s.period_ends_at
        FROM subscriptions s
        WHERE s.period_ends_at > $1::timestamptz AND s.period_ends_at <= $1::timestamptz + interval '30 days'
          AND s.status IN ('active', 'trialing') AND NOT s.surplus AND NOT s.paused
          AND (s.cancels_at IS NULL OR s.cancels_at > s.period_ends_at)) AS due
      JOIN (VALUES (7), (30)) AS w (days) ON due.period_ends_at <= $1::timestamptz + make_interval(days => w.days)
      GROUP BY 1, 2 ORDER BY 1, 2`,
    values: [now],
  });
}
