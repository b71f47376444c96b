import type { Rollup } from "./rollup";
import { dayOf, within } from "./span";

/** Every refused try, by what Stripe said. */
export const declines: Rollup = {
  ...{
    name: "declines",
    table: "analytics_declines",
    subject: "money",
    scope: "true",
    keys: ["reason"],
    values: ["tries"],
  },
  facts: (span) => `
    SELECT ${dayOf("a.attempted_at", span)} AS day, coalesce(a.decline_code, a.failure_code, 'unknown') AS reason,
      count(*)::int AS tries
    FROM payment_attempts a WHERE a.status = 'failed' AND ${within("a.attempted_at", span)}
    GROUP BY 1, 2`,
};
