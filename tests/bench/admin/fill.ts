import { Prisma, type Db } from "@/lib/db";

/** What a hundred thousand people leave behind, each with as many payments as it takes; all of it made by PostgreSQL. */
function statementsFor(people: number, payments: number): readonly string[] {
  const word = (from: string, length: number) => `substr(md5(${from}), 1, ${length})`;
  const id = (kind: string, number: string) => `md5('${kind}' || ${number})::uuid`;
  const noise = "n::bigint * 7919";
  return [
    `INSERT INTO users (id, email, name, email_verified_at, suspended_at, created_at, updated_at)
      SELECT ${id("user", "n")}, ${word("'e' || n", 9)} || n || '@' || ${word("(n % 400)::text", 6)} || '.example',
        initcap(${word("'f' || (n % 5000)", 6)}) || ' ' || initcap(${word("'l' || n", 8)}),
        CASE WHEN n % 20 > 0 THEN now() END, CASE WHEN n % 500 = 0 THEN now() END,
        now() - (${noise} % 900000) * interval '1 minute', now()
      FROM generate_series(1, ${people}) AS n`,
    `INSERT INTO billing_customers (user_id, email, creation_key, stripe_customer_id)
      SELECT id, email, id, 'cus_' || md5(email) FROM users`,
    `INSERT INTO stripe_customers (stripe_customer_id, user_id)
      SELECT stripe_customer_id, user_id FROM billing_customers`,
    `INSERT INTO subscriptions (id, user_id, stripe_subscription_id, stripe_item_id, stripe_price_id, plan_key, plan_name,
        interval, credits_milli, amount_minor, currency, status, started_at, period_starts_at, period_ends_at, ended_at, sync_seq, updated_at)
      SELECT ${id("sub", "n")}, ${id("user", "n")}, 'sub_' || md5(n::text), 'si', 'price',
        CASE WHEN n % 4 = 0 THEN 'plan_pro' ELSE 'plan_basic' END, 'Plan', 'month', 1000000, 5000, 'usd',
        (CASE WHEN n % 300 = 0 THEN 'past_due' WHEN n % 40 = 0 THEN 'trialing' WHEN n % 3 = 0 THEN 'canceled' ELSE 'active' END)::subscription_status,
        now(), now(), now(), CASE WHEN n % 300 > 0 AND n % 40 > 0 AND n % 3 = 0 THEN now() END, 1, now()
      FROM generate_series(1, ${Math.floor(people * 0.6)}) AS n`,
    `INSERT INTO payments (id, user_id, kind, status, description, amount_minor, currency, credits_milli,
        stripe_payment_intent_id, stripe_charge_id, failure_code, decline_code, refunded_minor, problem, paid_at, sync_seq,
        created_at, updated_at)
      SELECT ${id("payment", "n")}, ${id("user", `1 + ${noise} % ${people}`)}, 'purchase',
        (CASE WHEN n % 15 = 0 THEN 'failed' ELSE 'succeeded' END)::payment_status, '500 credits',
        CASE WHEN n % 3 = 0 THEN 4500 ELSE 900 + ${noise} % 20000 END, 'usd', 500000,
        'pi_' || md5(n::text), 'ch_' || md5(n::text), CASE WHEN n % 15 = 0 THEN 'card_declined' END,
        CASE WHEN n % 15 = 0 THEN CASE WHEN n % 30000 = 0 THEN 'stolen_card' ELSE 'insufficient_funds' END END,
        CASE WHEN n % 15 > 0 AND n % 40 = 0 THEN 900 ELSE 0 END, CASE WHEN n % 15 > 0 AND n % 9973 = 0 THEN 'amount_differs' END,
        CASE WHEN n % 15 > 0 THEN now() - (n % 1000000) * interval '1 minute' END,
        1, now() - (n % 1000000) * interval '1 minute', now()
      FROM generate_series(1, ${payments}) AS n`,
    `INSERT INTO payment_attempts (id, payment_id, attempt_key, stripe_charge_id, status, amount_minor, currency,
        failure_code, decline_code, attempted_at)
      SELECT id, id, stripe_charge_id, stripe_charge_id, 'failed', amount_minor, currency, 'card_declined',
        'insufficient_funds', created_at FROM payments WHERE status = 'failed'`,
    `INSERT INTO refunds (id, user_id, payment_id, stripe_refund_id, amount_minor, currency, status, created_at, updated_at)
      SELECT id, user_id, id, 're_' || substr(stripe_charge_id, 4), 1000, 'usd', 'succeeded', created_at, now()
      FROM payments WHERE status = 'succeeded' AND substr(stripe_charge_id, 4, 1) = '0'`,
    `INSERT INTO disputes (id, user_id, payment_id, stripe_dispute_id, amount_minor, currency, reason, status, opened_at,
        sync_seq, updated_at)
      SELECT id, user_id, id, 'dp_' || substr(stripe_charge_id, 4), 900, 'usd', 'fraudulent', 'lost', created_at, 1, now()
      FROM payments WHERE status = 'succeeded' AND substr(stripe_charge_id, 4, 3) = '000'`,
  ];
}

export async function fill(db: Db, people: number, payments: number): Promise<void> {
  for (const text of statementsFor(people, payments)) await db.prisma.$executeRaw(Prisma.raw(text));
  await db.prisma.$executeRaw`VACUUM ANALYZE`;
}
