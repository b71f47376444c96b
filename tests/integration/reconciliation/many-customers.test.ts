import { expect, test } from "vitest";
import { reconcile } from "@/lib/reconciliation";
import { openShop } from "@/tests/setup/shop";
import { openBooks } from "./books";

const shop = await openShop({ synced: false });
const { ctx, stripe } = openBooks(shop);

const customers = 300;
const strangers = 5;

/** Customers who paid once, straight in Stripe. */
async function payOnce(): Promise<void> {
  const made = Array.from({ length: customers }, async () => {
    const { id } = await stripe.customers.create({ metadata: { made: "here" } });
    await stripe.paymentIntents.create({
      ...{ customer: id, amount: 500, currency: "usd", confirm: true },
      ...{ payment_method: "pm_card_visa", return_url: "http://localhost" },
    });
  });
  await Promise.all(made);
}

/** Rows as our side would have them, of all customers but the last few, and as many that Stripe knows nothing of. */
async function copyToUs(): Promise<void> {
  const charges = await stripe.charges.list({ limit: 100 }).autoPagingToArray({ limit: 1_000 });
  const known = charges.slice(0, customers - strangers).map((charge, index) => ({
    email: `member${index}@example.com`,
    ...{ customer: charge.customer, intent: charge.payment_intent, charge: charge.id, at: charge.created },
  }));
  const invented = Array.from({ length: strangers }, (_, index) => ({
    ...known[index],
    ...{ email: `ghost${index}@example.com`, customer: `cus_ghost${index}`, intent: `pi_ghost${index}` },
    charge: `ch_ghost${index}`,
  }));
  await shop.db.sql({
    name: "copy",
    text: `WITH input AS (SELECT gen_random_uuid() AS user_id, gen_random_uuid() AS payment_id, i.* FROM jsonb_to_recordset($1::jsonb)
        AS i(email text, customer text, intent text, charge text, at bigint)),
      u AS (INSERT INTO users (id, email) SELECT user_id, email FROM input),
      b AS (INSERT INTO billing_customers (user_id, email, creation_key, stripe_customer_id)
        SELECT user_id, email, gen_random_uuid(), customer FROM input),
      s AS (INSERT INTO stripe_customers (stripe_customer_id, user_id) SELECT customer, user_id FROM input),
      p AS (INSERT INTO payments (id, user_id, kind, status, description, amount_minor, currency, credits_milli,
          stripe_payment_intent_id, paid_at, sync_seq, created_at, updated_at)
        SELECT payment_id, user_id, 'subscription', 'succeeded', 'Pack', 500, 'usd', 0, intent, to_timestamp(at), 0,
          to_timestamp(at), to_timestamp(at) FROM input)
      INSERT INTO payment_attempts (id, payment_id, attempt_key, status, amount_minor, currency, attempted_at)
        SELECT gen_random_uuid(), payment_id, charge, 'succeeded', 500, 'usd', to_timestamp(at) FROM input`,
    values: [JSON.stringify([...known, ...invented])],
  });
}

async function countCalls(): Promise<number> {
  const answer = await fetch(`${shop.stripeUrl}/_emulator/stats`);
  return ((await answer.json()) as { requests: { total: number } }).requests.total;
}

test("hundreds of customers are compared in few calls, few queries and little memory", async () => {
  await shop.stripe.breakDeliveries({ drop: 100_000 });
  await payOnce();
  await copyToUs();
  let queries = 0;
  const db = {
    ...shop.db,
    sql: (...statement: Parameters<typeof shop.db.sql>) => ((queries += 1), shop.db.sql(...statement)),
  };
  const callsBefore = await countCalls();
  const heapBefore = process.memoryUsage().heapUsed;
  let peak = 0;
  const report = await reconcile(
    { ...ctx, db: db as typeof shop.db },
    { onProgress: () => (peak = Math.max(peak, process.memoryUsage().heapUsed)) },
  );
  const kinds = report.differences.map(({ kind }) => kind).sort();
  expect(kinds).toEqual([
    ...Array.from({ length: strangers }, () => "missing_there"),
    ...Array.from({ length: strangers }, () => "unknown_customer"),
  ]);
  expect(report).toMatchObject({ found: 2 * strangers, compared: customers + strangers });
  expect(peak - heapBefore).toBeLessThan(100_000_000);
  expect(queries).toBeLessThan(600);
  expect((await countCalls()) - callsBefore).toBeLessThan(200);
});
