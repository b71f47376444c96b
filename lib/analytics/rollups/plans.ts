import type { Rollup } from "./rollup";
import type { Span } from "./span";
import { lastChange, laterChanges, subscriptionStates } from "./subscription-states";

const side = (name: "before" | "after", sign: 1 | -1) => `
  SELECT day, ${name}_currency AS currency, ${name}_plan AS plan, ${name}_interval AS interval, ${name}_state AS state,
    ${sign} AS people, ${sign} * ${name}_twelfth AS mrr_twelfth
  FROM states WHERE ${name}_state IS NOT NULL`;

/** How many more, or fewer, are on each plan than the day before. Summed up they are the plans of any day. */
export const plans: Rollup = {
  ...{
    name: "plans",
    table: "analytics_plans",
    subject: "plans",
    scope: "true",
    values: ["people", "mrr_twelfth"],
  },
  keys: ["currency", "plan", "interval", "state"],
  facts: (span: Span) => `
    SELECT day, currency, plan, interval, state, sum(people)::int AS people, sum(mrr_twelfth)::bigint AS mrr_twelfth
    FROM (WITH states AS (${subscriptionStates(span)}) ${side("before", -1)} UNION ALL ${side("after", 1)}) AS moves
    GROUP BY 1, 2, 3, 4, 5 HAVING sum(people) <> 0 OR sum(mrr_twelfth) <> 0`,
  later: laterChanges,
  lastDay: lastChange,
};
