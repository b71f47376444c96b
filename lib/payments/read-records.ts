import type { Db } from "@/lib/db";
import type { BillingRecord, RecordCursor, RecordPageInput, RecordStatus, StatusChoice } from "./types";

const statusesOf: Readonly<Record<StatusChoice, readonly RecordStatus[]>> = {
  paid: ["paid", "partly_refunded", "under_review"],
  pending: ["pending"],
  failed: ["failed"],
  refunded: ["refunded", "partly_refunded"],
  canceled: ["canceled"],
};

const paymentStatus = `CASE
  WHEN p.status <> 'succeeded' THEN replace(p.status::text, 'processing', 'pending')
  WHEN p.refunded_minor > 0 AND p.refunded_minor >= p.amount_minor THEN 'refunded'
  WHEN p.problem IS NOT NULL THEN 'under_review'
  WHEN p.refunded_minor > 0 THEN 'partly_refunded'
  ELSE 'paid' END`;

/** An invoice over nothing, as a trial's, or one that a balance paid, has no payment: it stands for itself. */
const records = `
  SELECT p.id, p.id AS page_id, p.kind::text AS type, ${paymentStatus} AS status,
    (SELECT CASE WHEN bool_or(d.status NOT IN ('won', 'lost')) THEN 'open' WHEN bool_or(d.status = 'lost') THEN 'lost' END
      FROM disputes d WHERE d.payment_id = p.id
      AND d.status NOT IN ('warning_needs_response', 'warning_under_review', 'warning_closed', 'prevented')) AS dispute,
    p.description, p.amount_minor, p.currency, p.card_brand, p.card_last4, coalesce(p.paid_at, p.created_at) AS at
  FROM payments p WHERE p.user_id = $1::uuid
  UNION ALL
  SELECT r.id, p.id, 'refund', CASE r.status WHEN 'succeeded' THEN 'refunded' WHEN 'requires_action' THEN 'pending'
      ELSE r.status::text END,
    NULL, p.description, -r.amount_minor, r.currency, p.card_brand, p.card_last4, r.created_at
  FROM refunds r JOIN payments p ON p.id = r.payment_id WHERE r.user_id = $1::uuid
  UNION ALL
  SELECT i.id, i.id, 'subscription', CASE WHEN i.problem IS NULL THEN 'paid' ELSE 'under_review' END,
    NULL, coalesce(i.lines #>> '{0,description}', ''), i.paid_minor, i.currency, NULL, NULL, coalesce(i.paid_at, i.issued_at)
  FROM invoices i WHERE i.user_id = $1::uuid AND i.status = 'paid'
    AND NOT EXISTS (SELECT FROM payments p WHERE p.invoice_id = i.id)`;

interface RecordRow extends Omit<BillingRecord, "card"> {
  cardBrand: string | null;
  cardLast4: string | null;
}

export function toCard(brand: string | null, last4: string | null): BillingRecord["card"] {
  return brand !== null && last4 !== null ? { brand, last4 } : null;
}

const columns = `id, page_id AS "pageId", type, status, dispute, description, amount_minor AS "amountMinor", currency,
  card_brand AS "cardBrand", card_last4 AS "cardLast4", at`;

const toRecord = ({ cardBrand, cardLast4, ...row }: RecordRow): BillingRecord => ({
  ...row,
  card: toCard(cardBrand, cardLast4),
});

/** Newest first; above `after`, the ones nearest to it. */
export async function readRecords(
  db: Db,
  { userId, type, status, before, after, limit }: RecordPageInput & { limit: number },
): Promise<BillingRecord[]> {
  const cursor: RecordCursor | undefined = before ?? after;
  const [comparison, direction] = before || !after ? ["<", "DESC"] : [">", "ASC"];
  const rows = await db.sql<RecordRow>({
    name: `billing-records-${direction}`,
    text: `
      WITH records AS (${records}),
      page AS (
        SELECT * FROM records
        WHERE ($2::text IS NULL OR type = $2) AND ($3::text[] IS NULL OR status = ANY ($3))
          AND ($4::timestamptz IS NULL OR (at, id) ${comparison} ($4::timestamptz, $5::uuid))
        ORDER BY at ${direction}, id ${direction} LIMIT $6::int)
      SELECT ${columns} FROM page ORDER BY at DESC, id DESC`,
    values: [
      userId,
      type ?? null,
      status ? statusesOf[status] : null,
      cursor?.at ?? null,
      cursor?.id ?? null,
      limit,
    ],
  });
  return rows.map(toRecord);
}

/** The member's own payment, or invoice without one. */
export async function findRecord(
  db: Db,
  { userId, id }: { userId: string; id: string },
): Promise<BillingRecord | null> {
  const [row] = await db.sql<RecordRow>({
    name: "billing-record",
    text: `SELECT ${columns} FROM (${records}) records WHERE id = $2::uuid AND page_id = id`,
    values: [userId, id],
  });
  return row ? toRecord(row) : null;
}
