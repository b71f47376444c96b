import { Client } from "pg";

export interface LotRow {
  userId: string;
  key: string;
  amount: bigint;
  remaining: bigint;
  returnedMinor: bigint;
  costMinor: bigint;
  startsAt: Date;
  endsAt: Date | null;
  frozenAt: Date | null;
}

interface PaymentRow {
  id: string;
  userId: string;
  intentId: string;
  status: string;
  amount: bigint;
  refunded: bigint;
  invoiceId: string | null;
  creditedAt: Date | null;
  checkoutId: string | null;
}

export interface SubscriptionRow {
  id: string;
  userId: string;
  stripeId: string;
  priceId: string;
  status: string;
  surplus: boolean;
  periodEndsAt: Date;
  cancelsAt: Date | null;
  endedAt: Date | null;
  paused: boolean;
  nextPriceId: string | null;
  nextStartsAt: Date | null;
}

interface RefundRow {
  id: string;
  stripeId: string | null;
  status: string;
  amount: bigint;
  paymentId: string;
  intentId: string;
}

interface DisputeRow {
  stripeId: string;
  status: string;
  amount: bigint;
}

interface ChangeRow {
  id: string;
  status: string;
  toPriceId: string;
  prorationAt: Date;
  subscriptionId: string;
}

interface MailRow {
  key: string;
  template: string;
  status: string;
  userId: string | null;
}

/** What the app has written down, read by plain SQL. */
export interface Ours {
  lots: LotRow[];
  payments: PaymentRow[];
  subscriptions: SubscriptionRow[];
  refunds: RefundRow[];
  disputes: DisputeRow[];
  events: { id: string; type: string; status: string; error: string | null }[];
  spent: { userId: string; spent: bigint }[];
  documents: { kind: string; number: string; subject: string; paymentId: string | null }[];
  series: { series: string; last: number }[];
  mails: MailRow[];
  invoices: { id: string; stripeId: string; userId: string; creditedAt: Date | null; total: bigint }[];
  changes: ChangeRow[];
}

const queries: Record<keyof Ours, string> = {
  lots: `SELECT user_id AS "userId", source_key AS key, amount_milli AS amount, remaining_milli AS remaining,
    returned_minor AS "returnedMinor", cost_minor AS "costMinor", effective_at AS "startsAt", expires_at AS "endsAt",
    frozen_at AS "frozenAt" FROM credit_lots ORDER BY user_id, no`,
  payments: `SELECT p.id, p.user_id AS "userId", stripe_payment_intent_id AS "intentId", status::text,
    amount_minor AS amount, refunded_minor AS refunded, invoice_id AS "invoiceId", credited_at AS "creditedAt",
    checkout_id AS "checkoutId" FROM payments p ORDER BY p.id`,
  subscriptions: `SELECT id, user_id AS "userId", stripe_subscription_id AS "stripeId", stripe_price_id AS "priceId",
    status::text, surplus, period_ends_at AS "periodEndsAt", cancels_at AS "cancelsAt", ended_at AS "endedAt", paused,
    next_stripe_price_id AS "nextPriceId", next_starts_at AS "nextStartsAt" FROM subscriptions`,
  refunds: `SELECT r.id, r.stripe_refund_id AS "stripeId", r.status::text, r.amount_minor AS amount,
    r.payment_id AS "paymentId", p.stripe_payment_intent_id AS "intentId"
    FROM refunds r JOIN payments p ON p.id = r.payment_id`,
  disputes: `SELECT stripe_dispute_id AS "stripeId", status::text, amount_minor AS amount FROM disputes`,
  events: `SELECT id, type, status::text, error FROM stripe_events`,
  spent: `SELECT user_id AS "userId", -sum(delta_milli)::bigint AS spent FROM credit_entries
    WHERE reason = 'spend' GROUP BY user_id`,
  documents: `SELECT kind::text, number, subject, payment_id AS "paymentId" FROM billing_documents ORDER BY number`,
  series: `SELECT series, last_number AS last FROM document_series`,
  mails: `SELECT key, template, status::text, user_id AS "userId" FROM outbox_emails`,
  invoices: `SELECT id, stripe_invoice_id AS "stripeId", user_id AS "userId", credited_at AS "creditedAt",
    total_minor AS total FROM invoices`,
  changes: `SELECT c.id, c.status::text, c.to_price_id AS "toPriceId", c.proration_at AS "prorationAt",
    s.stripe_subscription_id AS "subscriptionId"
    FROM plan_changes c JOIN subscriptions s ON s.id = c.subscription_id`,
};

/** Columns of money and credits are BIGINT, which the driver hands over as text. */
const amounts = new Set(["amount", "remaining", "returnedMinor", "costMinor", "refunded", "spent", "total"]);

function exact(row: unknown): unknown {
  const columns = Object.entries(row as Record<string, unknown>);
  return Object.fromEntries(
    columns.map(([name, value]) => [name, amounts.has(name) ? BigInt(value as string) : value]),
  );
}

export async function readOurs(databaseUrl: string): Promise<Ours> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const read: Record<string, unknown[]> = {};
    for (const [name, text] of Object.entries(queries))
      read[name] = (await client.query(text)).rows.map(exact);
    return read as unknown as Ours;
  } finally {
    await client.end();
  }
}
