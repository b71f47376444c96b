import type { Rollup } from "./rollup";
import { dayOf, within } from "./span";

/**
 * What the ledger's entries moved, by the kind of the lots they touched. Reservations and freezes move nothing. Lot
 * number 0 is the debt. Lots are looked up one by one: as a join, even one day would read all lots there are.
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
    SELECT day, kind, reason, sum(milli)::bigint AS milli
    FROM (
      SELECT ${dayOf("e.created_at", span)} AS day, e.reason, e.touched[i + 1] AS milli,
        coalesce((SELECT l.kind::text FROM credit_lots l WHERE l.user_id = e.user_id AND l.no = e.touched[i]), 'debt')
          AS kind
      FROM credit_entries e
      CROSS JOIN LATERAL generate_series(1, cardinality(e.touched), 2) AS i
      WHERE e.reason NOT IN ('hold', 'release', 'freeze', 'unfreeze') AND ${within("e.created_at", span)}
    ) AS touched GROUP BY 1, 2, 3`,
};
