import { sumColumns, sumsOfRecords } from "@/lib/usage/sums";
import type { BenchDatabases } from "./bench-databases";
import { addPeople } from "./people";

export const deepDatabase = "deep";

const drawn = `CASE WHEN k < 0.3 THEN 'run' ELSE 'api_call' END::usage_kind,
  CASE WHEN k < 0.3 THEN (ARRAY['text-statistics', 'image-optimiser', 'word-counter'])[1 + floor(10 * k)::int]
    ELSE (ARRAY['getRun', 'getBalance', 'quoteService', 'listServices', 'getUsage', 'listEntries', 'runService'])[1 + floor(10 * (k - 0.3))::int] END,
  CASE WHEN k < 0.15 THEN 'web' ELSE 'api' END::service_run_source,
  CASE WHEN random() < 0.97 THEN 'succeeded' ELSE 'failed' END::usage_outcome,
  CASE WHEN k < 0.2 THEN 2000 ELSE 0 END, CASE WHEN k < 0.1 THEN 2000 ELSE 0 END,
  CASE WHEN k BETWEEN 0.1 AND 0.2 THEN 2000 ELSE 0 END, (5 + 80 * random())::int`;

const columns = `user_id, at, id, kind, subject, source, outcome, cost_milli, subscription_milli, payg_milli, duration_ms`;

/** Records that $1 made, so many ($2) evenly from one instant ($3) to another ($4). */
export const evenly = `INSERT INTO usage_records (${columns})
  SELECT $1::uuid, at, gen_random_uuid(), ${drawn}
  FROM (SELECT $3::timestamptz + n / $2::float8 * ($4::timestamptz - $3::timestamptz) AS at, random() AS k
    FROM generate_series(0, $2::int - 1) AS n) AS r`;

/** Twenty records each of everybody in $1, in eight hours of the day before $2. */
export const dayOfMany = `INSERT INTO usage_records (${columns})
  SELECT u, at, gen_random_uuid(), ${drawn}
  FROM (SELECT u, date_trunc('day', $2::timestamptz, 'UTC') - interval '1 hour' * (5 + 2 * (n % 8) - random()) AS at,
      random() AS k
    FROM unnest($1::uuid[]) AS u, generate_series(0, 19) AS n) AS r`;

export const marks = `INSERT INTO usage_marks (user_id, hour)
  SELECT DISTINCT user_id, date_trunc('hour', at, 'UTC') FROM usage_records
  WHERE user_id = ANY ($1::uuid[]) AND at >= $2::timestamptz`;

const dayMs = 86_400_000;

const sumsBy = (table: string, span: string, expression: string) =>
  `INSERT INTO ${table} (user_id, ${span}, kind, subject, source, ${sumColumns})
    SELECT r.user_id, ${expression}, r.kind, r.subject, r.source, ${sumsOfRecords}
    FROM usage_records r GROUP BY 1, 2, 3, 4, 5`;

/** What the job makes of a year, in two statements. */
const sums = [
  sumsBy("usage_hours", "hour", "date_trunc('hour', r.at, 'UTC')"),
  sumsBy("usage_days", "day", "(r.at AT TIME ZONE 'UTC')::date"),
];

/** One person who used much for a year up to now. @returns who */
export async function fillDeep(databases: BenchDatabases, records: number, now: Date): Promise<string> {
  await databases.create(deepDatabase);
  const [userId = ""] = await addPeople(databases, deepDatabase, 1);
  const yearAgo = new Date(now.getTime() - 365 * dayMs);
  const halfYearAgo = new Date((yearAgo.getTime() + now.getTime()) / 2);
  await databases.query(deepDatabase, "SELECT ensure_usage_months($1, $2)", [yearAgo, now]);
  const half = Math.ceil(records / 2);
  await Promise.all([
    databases.query(deepDatabase, evenly, [userId, half, yearAgo, halfYearAgo]),
    databases.query(deepDatabase, evenly, [userId, half, halfYearAgo, now]),
  ]);
  await Promise.all(sums.map((text) => databases.query(deepDatabase, text)));
  await databases.query(deepDatabase, "VACUUM ANALYZE");
  return userId;
}
