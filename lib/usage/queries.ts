import type { Db } from "@/lib/db";
import { daysOfHour, sumColumns, sumsOfRecords, withinDay } from "./sums";
import type { Usage, UsageDay, UsageHour, UsageQuestion } from "./types";

const filter = (
  row: string,
  first: number,
) => `($${first}::text IS NULL OR ${row}.kind = $${first}::text::usage_kind)
  AND ($${first + 1}::text IS NULL OR ${row}.subject = $${first + 1}::text)
  AND ($${first + 2}::text IS NULL OR ${row}.source = $${first + 2}::text::service_run_source)`;

const figures = `events, succeeded, failed, cost_milli AS "costMilli", subscription_milli AS "subscriptionMilli",
  payg_milli AS "paygMilli", duration_ms AS "durationMs"`;

/**
 * One person's days: as they were summed, and straight from the records where something changed since. One statement,
 * so that nothing is counted twice or left out while the job works.
 */
export function listUsageDays(db: Db, question: UsageQuestion): Promise<UsageDay[]> {
  const { userId, from, to, kind = null, subject = null, source = null } = question;
  return db.sql<UsageDay>({
    name: "list-usage-days",
    text: `WITH own AS MATERIALIZED (
        SELECT COALESCE((SELECT zone FROM usage_zones WHERE user_id = $1::uuid), 'UTC') AS zone),
      changed AS MATERIALIZED (
        SELECT DISTINCT touched.day FROM usage_marks m, own, LATERAL ${daysOfHour("m.hour", "own.zone")}
        WHERE m.user_id = $1::uuid AND touched.day BETWEEN $2::text::date AND $3::text::date),
      days AS (
        SELECT d.day, d.kind, d.subject, d.source, ${sumColumns} FROM usage_days d
        WHERE d.user_id = $1::uuid AND d.day BETWEEN $2::text::date AND $3::text::date
          AND NOT EXISTS (SELECT FROM changed WHERE changed.day = d.day) AND ${filter("d", 4)}
        UNION ALL
        SELECT changed.day, r.kind, r.subject, r.source, ${sumsOfRecords}
        FROM changed, own, usage_records r
        WHERE r.user_id = $1::uuid AND ${withinDay("r.at", "changed.day", "own.zone")} AND ${filter("r", 4)}
        GROUP BY 1, 2, 3, 4)
      SELECT to_char(day, 'YYYY-MM-DD') AS day, kind::text AS kind, subject, source::text AS source, ${figures}
      FROM days ORDER BY day, kind, subject, source`,
    // No text of PostgreSQL has the character NUL, and so no subject: whoever asks for one finds nothing.
    values: [userId, from, to, kind, subject?.replaceAll("\0", "\uFFFD") ?? null, source],
  });
}

/** Whose days a person's are, the day of an instant among them, and the first one that is known. */
export async function findUsageFrame(db: Db, userId: string, now: Date): Promise<Omit<Usage, "days">> {
  const [frame] = await db.sql<Omit<Usage, "days">>({
    name: "find-usage-frame",
    text: `WITH own AS (
        SELECT COALESCE((SELECT zone FROM usage_zones WHERE user_id = $1::uuid), 'UTC') AS zone)
      SELECT zone, to_char($2::timestamptz AT TIME ZONE zone, 'YYYY-MM-DD') AS today,
        to_char(LEAST((SELECT min(day) FROM usage_days WHERE user_id = $1::uuid),
          (SELECT min(hour) AT TIME ZONE zone FROM usage_marks WHERE user_id = $1::uuid)::date), 'YYYY-MM-DD')
          AS "firstDay"
      FROM own`,
    values: [userId, now],
  });
  if (!frame) throw new Error("A row of one was none.");
  return frame;
}

interface HourQuestion {
  userId: string;
  from: Date;
  to: Date;
}

/** One person's hours from one instant up to another, oldest first, as they were summed or from the records. */
export function listUsageHours(db: Db, { userId, from, to }: HourQuestion): Promise<UsageHour[]> {
  return db.sql<UsageHour>({
    name: "list-usage-hours",
    text: `WITH changed AS MATERIALIZED (
        SELECT DISTINCT hour FROM usage_marks
        WHERE user_id = $1::uuid AND hour >= $2::timestamptz AND hour < $3::timestamptz),
      hours AS (
        SELECT h.hour, h.kind, h.subject, h.source, ${sumColumns} FROM usage_hours h
        WHERE h.user_id = $1::uuid AND h.hour >= $2::timestamptz AND h.hour < $3::timestamptz
          AND NOT EXISTS (SELECT FROM changed WHERE changed.hour = h.hour)
        UNION ALL
        SELECT changed.hour, r.kind, r.subject, r.source, ${sumsOfRecords}
        FROM changed, usage_records r
        WHERE r.user_id = $1::uuid AND r.at >= changed.hour AND r.at < changed.hour + interval '1 hour'
        GROUP BY 1, 2, 3, 4)
      SELECT hour AS "startsAt", kind::text AS kind, subject, source::text AS source, ${figures}
      FROM hours ORDER BY hour, kind, subject, source`,
    values: [userId, from, to],
  });
}
