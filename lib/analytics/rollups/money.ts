import type { Rollup } from "./rollup";
import { dayOf, within, type Span } from "./span";

const values = [
  ...["paid_count", "paid_minor", "refunded_count", "refunded_minor", "disputed_count", "disputed_minor"],
  ...["failed_count", "failed_minor", "recovered_count", "recovered_minor"],
];

/** A row of the union: what is not named is nothing. */
function row(at: string, span: Span, named: Record<string, string>): string {
  const columns = values.map((value) => `${named[value] ?? "0::bigint"} AS ${value}`);
  return `SELECT ${dayOf(at, span)} AS day, ${named["currency"] ?? "p.currency"} AS currency, p.kind, ${columns.join(", ")}`;
}

const paid = (span: Span) => `
  ${row("p.paid_at", span, { paid_count: "1", paid_minor: "p.amount_minor" })}
  FROM payments p WHERE p.status = 'succeeded' AND ${within("p.paid_at", span)}`;

/** By the day of the refund, whenever its payment was. One that failed later is none. */
const refunded = (span: Span) => `
  ${row("r.created_at", span, { currency: "r.currency", refunded_count: "1", refunded_minor: "r.amount_minor" })}
  FROM refunds r JOIN payments p ON p.id = r.payment_id
  WHERE r.status = 'succeeded' AND ${within("r.created_at", span)}`;

/** While a lost one is appealed, its money stays gone. */
const disputed = (span: Span) => `
  ${row("d.closed_at", span, { currency: "d.currency", disputed_count: "1", disputed_minor: "d.amount_minor" })}
  FROM disputes d JOIN payments p ON p.id = d.payment_id
  WHERE d.status IN ('lost', 'appeal_needs_response', 'appeal_under_review') AND ${within("d.closed_at", span)}`;

/**
 * A payment whose first try was refused, by the day of that try; recovered when it was paid since. Of tries in the same
 * second a refused one came first: after one that succeeds there are no more.
 */
const failed = (span: Span) => `
  ${row("a.attempted_at", span, {
    failed_count: "1",
    failed_minor: "p.amount_minor",
    recovered_count: "(p.status = 'succeeded')::int",
    recovered_minor: "CASE WHEN p.status = 'succeeded' THEN p.amount_minor ELSE 0 END",
  })}
  FROM payment_attempts a JOIN payments p ON p.id = a.payment_id
  WHERE a.status = 'failed' AND ${within("a.attempted_at", span)}
    AND NOT EXISTS (
      SELECT FROM payment_attempts b
      WHERE b.payment_id = a.payment_id AND (b.attempted_at < a.attempted_at
        OR b.attempted_at = a.attempted_at AND b.status = 'failed' AND b.id < a.id))`;

const types: Record<string, string> = { count: "int", minor: "bigint" };
const sums = values
  .map((value) => `sum(${value})::${types[value.split("_")[1] ?? ""]} AS ${value}`)
  .join(", ");

/** Payments, refunds, lost disputes and failed payments by day, currency and what was bought. */
export const money: Rollup = {
  ...{
    name: "money",
    table: "analytics_money",
    subject: "money",
    scope: "true",
    keys: ["currency", "kind"],
    values,
  },
  facts: (span) => `
    SELECT day, currency, kind, ${sums}
    FROM (${[paid, refunded, disputed, failed].map((part) => part(span)).join(" UNION ALL ")}) AS facts
    GROUP BY 1, 2, 3`,
};
