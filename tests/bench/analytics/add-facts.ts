import type { Client } from "pg";
import type { Sizes } from "./sizes";

/** SQL expressions of an instant, drawn anew for each row. */
export const instants = {
  yesterday: "date_trunc('day', now()) - interval '1 day' * random()",
  today: "date_trunc('day', now()) + (now() - date_trunc('day', now())) * random()",
  /** On thirty days of the last two years. */
  longAgo:
    "date_trunc('day', now()) - interval '24 days' * floor(1 + random() * 30) + interval '1 day' * random()",
} as const;

/** Inserts new facts as the application would, with every trigger and key: `share` of all there are. */
export async function addFacts(
  client: Client,
  sizes: Sizes,
  { at, share }: { at: string; share: number },
): Promise<void> {
  const some = (count: number) => Math.max(1, Math.round(count * share));
  const people = `SELECT *, row_number() OVER () AS n FROM (SELECT user_id AS id FROM billing_customers ORDER BY random() LIMIT ${some(sizes.entries)}) AS u`;
  const statements = [
    `CREATE TEMPORARY TABLE sample AS ${people}`,
    `INSERT INTO users (id, email, name, email_verified_at, created_at, updated_at)
      SELECT uuidv7(), gen_random_uuid() || '@late.example', 'Late', at, at, at
      FROM (SELECT ${at} AS at FROM generate_series(1, ${some(sizes.people)})) AS t`,
    `CREATE TEMPORARY TABLE paid AS SELECT uuidv7() AS id, s.id AS user_id, 'pi_' || gen_random_uuid() AS intent, ${at} AS at, s.n
      FROM sample AS s WHERE s.n <= ${some(sizes.payments)}`,
    `INSERT INTO payments (id, user_id, kind, status, description, amount_minor, currency, credits_milli, stripe_payment_intent_id,
        stripe_charge_id, paid_at, credited_at, sync_seq, created_at, updated_at)
      SELECT id, user_id, CASE WHEN n % 2 = 0 THEN 'purchase' ELSE 'subscription' END::payment_kind,
        CASE WHEN n % 60 = 0 THEN 'failed' ELSE 'succeeded' END::payment_status, 'Late', 5000, CASE WHEN n % 3 = 0 THEN 'eur' ELSE 'usd' END, 1000,
        intent, intent, CASE WHEN n % 60 > 0 THEN at END, CASE WHEN n % 60 > 0 THEN at END, 1, at, at FROM paid`,
    `INSERT INTO payment_attempts (id, payment_id, attempt_key, status, amount_minor, currency, decline_code, attempted_at)
      SELECT uuidv7(), id, intent, CASE WHEN n % 60 = 0 THEN 'failed' ELSE 'succeeded' END::attempt_status, 5000, 'usd',
        CASE WHEN n % 60 = 0 THEN 'insufficient_funds' END, at FROM paid`,
    `INSERT INTO refunds (id, user_id, payment_id, stripe_refund_id, amount_minor, currency, status, created_at, updated_at)
      SELECT uuidv7(), user_id, id, intent, 1000, CASE WHEN n % 3 = 0 THEN 'eur' ELSE 'usd' END, 'succeeded', at, at
      FROM paid WHERE n % 50 = 1`,
    `INSERT INTO subscription_changes (id, subscription_id, status, stripe_price_id, plan_key, interval, amount_minor, currency,
        occurred_at, recorded_at)
      SELECT uuidv7(), id, 'active', 'price_plan_pro_month', 'plan_pro', 'month', 10000, currency, at, at
      FROM (SELECT id, currency, greatest(${at}, started_at) AS at FROM subscriptions WHERE status = 'active'
        ORDER BY random() LIMIT ${some(sizes.people)}) AS s`,
    `INSERT INTO service_runs (id, user_id, key, service_slug, source, status, fingerprint, input_bytes, quoted_milli, charged_milli,
        payg_milli, duration_ms, created_at, hold_expires_at, finished_at)
      SELECT uuidv7(), id, gen_random_uuid(), CASE WHEN n % 3 = 0 THEN 'image-optimiser' ELSE 'text-statistics' END, 'web', 'succeeded',
        'late', 100, 1000, 1000, 1000, 50, at, at + interval '3 minutes', at
      FROM (SELECT id, n, ${at} AS at FROM sample WHERE n <= ${some(sizes.runs)}) AS r`,
    `INSERT INTO credit_entries (user_id, key, delta_milli, balance_after_milli, created_at, seq, reason, touched, reference, description)
      SELECT a.user_id, gen_random_uuid(), -1, a.balance_milli - 1, ${at}, a.seq + 1, 'spend', ARRAY[1, -1], 'run:' || gen_random_uuid(), 'Image optimiser'
      FROM credit_accounts AS a JOIN sample AS s ON s.id = a.user_id WHERE a.balance_milli > 0`,
    `UPDATE credit_accounts SET seq = seq + 1, balance_milli = balance_milli - 1
      WHERE balance_milli > 0 AND user_id IN (SELECT id FROM sample)`,
    "DROP TABLE sample, paid",
  ];
  await client.query("BEGIN");
  for (const text of statements) await client.query(text);
  await client.query("COMMIT");
}
