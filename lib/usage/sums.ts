/** What records come to, as columns of the tables of sums. What took too long or was refused failed. */
export const sumsOfRecords = `count(*)::int AS events,
  count(*) FILTER (WHERE r.outcome = 'succeeded')::int AS succeeded,
  count(*) FILTER (WHERE r.outcome IN ('failed', 'timed_out', 'refused'))::int AS failed,
  sum(r.cost_milli)::bigint AS cost_milli, sum(r.subscription_milli)::bigint AS subscription_milli,
  sum(r.payg_milli)::bigint AS payg_milli, COALESCE(sum(r.duration_ms), 0)::bigint AS duration_ms`;

export const sumColumns =
  "events, succeeded, failed, cost_milli, subscription_milli, payg_milli, duration_ms";

/** The days of a zone that an hour of the clock touches: in zones of half hours it may be two. */
export const daysOfHour = (hour: string, zone: string) =>
  `(VALUES ((${hour} AT TIME ZONE ${zone})::date),
    (((${hour} + interval '59 minutes 59 seconds') AT TIME ZONE ${zone})::date)) AS touched (day)`;

/** The records of one day of a zone. */
export const withinDay = (at: string, day: string, zone: string) =>
  `${at} >= (${day}::timestamp AT TIME ZONE ${zone}) AND ${at} < ((${day} + 1)::timestamp AT TIME ZONE ${zone})`;
