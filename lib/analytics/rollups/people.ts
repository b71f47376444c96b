import type { Rollup } from "./rollup";
import { dayOf, within, type Span } from "./span";

const part = (at: string, span: Span, counts: string) =>
  `SELECT ${dayOf(at, span)} AS day, ${counts} FROM users u WHERE ${within(at, span)}`;

const hasPaid = "EXISTS (SELECT FROM payments p WHERE p.user_id = u.id AND p.status = 'succeeded')::int";

/** Sign-ups with those of them who have paid since, confirmed addresses, deleted accounts. */
export const people: Rollup = {
  ...{ name: "people", table: "analytics_people", subject: "people", scope: "true", keys: [] },
  values: ["signed_up", "verified", "deleted", "converted"],
  facts: (span) => `
    SELECT day, sum(signed_up)::int AS signed_up, sum(verified)::int AS verified, sum(deleted)::int AS deleted,
      sum(converted)::int AS converted
    FROM (
      ${part("u.created_at", span, `1 AS signed_up, 0 AS verified, 0 AS deleted, ${hasPaid} AS converted`)}
      UNION ALL ${part("u.email_verified_at", span, "0, 1, 0, 0")}
      UNION ALL ${part("u.anonymised_at", span, "0, 0, 1, 0")}
    ) AS facts GROUP BY 1`,
};
