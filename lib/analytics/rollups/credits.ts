import type { Rollup } from "./rollup";
import { dayOf, within } from "./span";

/**
 * What the ledger's entries moved, by the kind of the lots they touched. Reservations and freezes move nothing. Lot
 * number 0 is the debt.
 */
export const credits: Rollup = {
  ...{
    name: "credits",
    table: "analytics_credits",
    subject: "credits",
    scope: "true",
    keys: ["kind", "reason"],
    values: ["milli"],
  },
  facts: (span) => `
    SELECT ${dayOf("e.created_at", span)} AS day, coalesce(l.kind::text, 'debt') AS kind, e.reason,
      sum(e.touched[i + 1])::bigint AS milli
    FROM credit_entries e
    CROSS JOIN LATERAL generate_series(1, cardinality(e.touched), 2) AS i
    LEFT JOIN credit_lots l ON l.user_id = e.user_id AND l.no = e.touched[i]
    WHERE e.reason NOT IN ('hold', 'release', 'freeze', 'unfreeze') AND ${within("e.created_at", span)}
    GROUP BY 1, 2, 3`,
};
