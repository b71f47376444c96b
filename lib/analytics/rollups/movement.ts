import type { Rollup } from "./rollup";
import type { Span } from "./span";
import { lastChange, laterChanges, paidBefore, subscriptionStates } from "./subscription-states";

const kinds = ["new", "expanded", "contracted", "churned", "returned"] as const;
const values = kinds.flatMap((kind) => [`${kind}_people`, `${kind}_twelfth`]);

const side = (name: "before" | "after") =>
  `SELECT user_id, day, ${name}_currency AS currency, ${name === "before" ? `${name}_twelfth, 0` : `0, ${name}_twelfth`}
  FROM states WHERE ${name}_twelfth > 0`;

/** What each person paid at the beginning and at the end of a day, by currency. */
const perPerson = (span: Span) => `
  SELECT user_id, day, currency, sum(before_twelfth)::bigint AS before_twelfth, sum(after_twelfth)::bigint AS after_twelfth
  FROM (WITH states AS (${subscriptionStates(span)})
    ${side("before")} UNION ALL ${side("after")}) AS sides (user_id, day, currency, before_twelfth, after_twelfth)
  GROUP BY 1, 2, 3 HAVING sum(before_twelfth) <> sum(after_twelfth)`;

/** One word for each: two kinds cannot be true of one person's day. */
const kindOf = (span: Span) => `
  CASE WHEN p.before_twelfth = 0 AND ${paidBefore({ user: "p.user_id", currency: "p.currency", day: "p.day" }, span)}
      THEN 'returned'
    WHEN p.before_twelfth = 0 THEN 'new'
    WHEN p.after_twelfth = 0 THEN 'churned'
    WHEN p.after_twelfth > p.before_twelfth THEN 'expanded'
    ELSE 'contracted' END`;

const sums = kinds.flatMap((kind) => [
  `count(*) FILTER (WHERE kind = '${kind}')::int AS ${kind}_people`,
  `coalesce(sum(abs(after_twelfth - before_twelfth)) FILTER (WHERE kind = '${kind}'), 0)::bigint AS ${kind}_twelfth`,
]);

/** Why recurring revenue changed, by comparing the two ends of each person's day. Losses are positive amounts, too. */
export const movement: Rollup = {
  ...{
    name: "movement",
    table: "analytics_movement",
    subject: "plans",
    scope: "true",
    keys: ["currency"],
    values,
  },
  facts: (span: Span) => `
    SELECT day, currency, ${sums.join(", ")}
    FROM (SELECT p.*, ${kindOf(span)} AS kind FROM (${perPerson(span)}) AS p) AS moves
    GROUP BY 1, 2`,
  later: laterChanges,
  lastDay: lastChange,
};
