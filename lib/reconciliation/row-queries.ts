import type { Db } from "@/lib/db";

/** A row as text, to be compared with itself later. */
export interface RowText {
  table: string;
  id: string;
  fields: Record<string, string | null>;
}

/** Each with what names a row and which rows are the user's ($1). */
const tables: readonly { table: string; id: string; where?: string }[] = [
  { table: "billing_customers", id: "t.user_id::text" },
  { table: "stripe_customers", id: "t.stripe_customer_id" },
  { table: "checkouts", id: "t.id::text" },
  { table: "top_ups", id: "t.id::text" },
  { table: "subscriptions", id: "t.stripe_subscription_id" },
  {
    table: "subscription_changes",
    id: `(SELECT s.stripe_subscription_id FROM subscriptions s WHERE s.id = t.subscription_id) || ' '
      || row_number() OVER (PARTITION BY t.subscription_id ORDER BY t.id)`,
    where: "t.subscription_id IN (SELECT s.id FROM subscriptions s WHERE s.user_id = $1::uuid)",
  },
  { table: "invoices", id: "t.stripe_invoice_id" },
  { table: "payments", id: "t.stripe_payment_intent_id" },
  {
    table: "payment_attempts",
    id: "t.attempt_key",
    where: "t.payment_id IN (SELECT p.id FROM payments p WHERE p.user_id = $1::uuid)",
  },
  {
    table: "payment_lots",
    id: "t.lot_key",
    where: "t.payment_id IN (SELECT p.id FROM payments p WHERE p.user_id = $1::uuid)",
  },
  { table: "refunds", id: "coalesce(t.stripe_refund_id, t.id::text)" },
  { table: "disputes", id: "t.stripe_dispute_id" },
  { table: "credit_accounts", id: "t.user_id::text" },
  { table: "credit_lots", id: "t.source_key" },
  { table: "billing_documents", id: "t.number" },
  { table: "outbox_emails", id: "t.key" },
];

/** What says when or where a row was written, not what. */
const unsaid = "ARRAY['id', 'sync_seq', 'updated_at', 'content', 'message', 'lines', 'seq', 'next_due_at']";

const selects = tables.map(
  ({ table, id, where = "t.user_id = $1::uuid" }) => `
    SELECT '${table}' AS "table", ${id} AS id,
      (SELECT jsonb_object_agg(f.key, f.value) FROM jsonb_each_text(to_jsonb(t) - ${unsaid}) AS f) AS fields
    FROM ${table} t WHERE ${where}`,
);

/** Every row that money and credits of a user are made of. */
export function readRows(db: Db, userId: string): Promise<RowText[]> {
  return db.sql<RowText>({ name: "reconcile-rows", text: selects.join("\n    UNION ALL"), values: [userId] });
}
