import { dayOf, startOf, within, type Span } from "./span";

/** What a change made of a subscription: paying in twelfths of minor units a month, in trial, or neither. */
const state = `
  CASE WHEN c.status IN ('active', 'past_due') AND NOT c.paused THEN 'paying'
    WHEN c.status = 'trialing' THEN 'trialing' END AS state,
  CASE WHEN c.status IN ('active', 'past_due') AND NOT c.paused
    THEN c.amount_minor * CASE c.interval WHEN 'year' THEN 1 WHEN 'month' THEN 12 ELSE 0 END ELSE 0 END AS twelfth,
  c.currency, coalesce(c.plan_key, '') AS plan, coalesce(c.interval::text, '') AS interval`;

/** Days on which something changed for somebody. */
const changedDays = (span: Span) => `
  SELECT DISTINCT s.user_id, ${dayOf("c.occurred_at", span)} AS day
  FROM subscription_changes c JOIN subscriptions s ON s.id = c.subscription_id
  WHERE NOT s.surplus AND ${within("c.occurred_at", span)}`;

const stateBefore = (instant: string) => `
  SELECT ${state} FROM subscription_changes c
  WHERE c.subscription_id = s.id AND c.occurred_at < ${instant}
  ORDER BY c.occurred_at DESC, c.id DESC LIMIT 1`;

/**
 * Every subscription of everybody for whom something changed on a day, at the day's beginning (`before_…`) and at its
 * end (`after_…`).
 */
export const subscriptionStates = (span: Span): string => `
  SELECT d.user_id, d.day,
    b.state AS before_state, b.twelfth AS before_twelfth, b.currency AS before_currency, b.plan AS before_plan,
    b.interval AS before_interval,
    a.state AS after_state, a.twelfth AS after_twelfth, a.currency AS after_currency, a.plan AS after_plan,
    a.interval AS after_interval
  FROM (${changedDays(span)}) AS d
  JOIN subscriptions s ON s.user_id = d.user_id AND NOT s.surplus
  LEFT JOIN LATERAL (${stateBefore(startOf("d.day", span))}) AS b ON true
  LEFT JOIN LATERAL (${stateBefore(startOf("(d.day + 1)", span))}) AS a ON true`;

/** Whether a person paid in this currency at any time before a day. */
export const paidBefore = (person: { user: string; currency: string; day: string }, span: Span): string => `
  EXISTS (SELECT FROM subscription_changes c JOIN subscriptions s ON s.id = c.subscription_id
    WHERE s.user_id = ${person.user} AND NOT s.surplus AND c.currency = ${person.currency}
      AND c.status IN ('active', 'past_due') AND NOT c.paused AND c.amount_minor > 0
      AND c.interval IS NOT NULL AND c.occurred_at < ${startOf(person.day, span)})`;

/**
 * All later days on which something changed for the people of the span: also of those whose subscription was found to be
 * surplus, which takes it out of what the others came after.
 */
export const laterChanges = (span: Span): string => `
  SELECT DISTINCT ${dayOf("c.occurred_at", span)} AS day
  FROM (SELECT DISTINCT s.user_id FROM subscription_changes c JOIN subscriptions s ON s.id = c.subscription_id
    WHERE ${within("c.occurred_at", span)}) AS d
  JOIN subscriptions s ON s.user_id = d.user_id AND NOT s.surplus
  JOIN subscription_changes c ON c.subscription_id = s.id
  WHERE c.occurred_at >= ${startOf(`(${span.to} + 1)`, span)}`;

/** The last day on which anything changed, if it comes after another one. */
export const lastChange = (zone: string, after: string): string => `
  SELECT day FROM (SELECT ${dayOf("max(c.occurred_at)", { zone })} AS day FROM subscription_changes c) AS changes
  WHERE day > ${after}`;
