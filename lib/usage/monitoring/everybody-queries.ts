import type { Db } from "@/lib/db";
import { everybodysHours, instantsOf } from "./source";
import type { EverybodysDay, UsageComparison, UsageMeasure, UsageRange } from "./types";

/** Amounts come as text: JSON has no bigint. */
interface UseRow {
  creditsMilli: string;
  runs: number;
  calls: number;
  failures: number;
}

export interface PersonRow extends UseRow {
  userId: string;
  email: string;
  name: string | null;
  place: number;
  share: number;
  found: number;
  before: UseRow;
}

export interface SubjectRow {
  kind: "run" | "api_call";
  subject: string;
  events: number;
  eventsBefore: number;
  people: number;
  creditsMilli: string;
  succeeded: number;
  failures: number;
  durationMs: number;
}

interface TotalRow extends UseRow {
  people: number;
  ended: number;
}

export interface EverybodyRow {
  now: TotalRow;
  before: TotalRow;
  people: PersonRow[] | null;
  subjects: SubjectRow[] | null;
}

/** The columns of one person in one of the two ranges. */
const ownSums = (when: string, name: (column: string) => string) => `
  COALESCE(sum(cost) FILTER (WHERE ${when}), 0)::bigint AS ${name("credits")},
  COALESCE(sum(events) FILTER (WHERE ${when} AND kind = 'run'), 0)::bigint AS ${name("runs")},
  COALESCE(sum(events) FILTER (WHERE ${when} AND kind = 'api_call'), 0)::bigint AS ${name("calls")},
  COALESCE(sum(failed) FILTER (WHERE ${when}), 0)::bigint AS ${name("failures")},
  COALESCE(sum(succeeded) FILTER (WHERE ${when}), 0)::bigint AS ${name("succeeded")},
  COALESCE(sum(events) FILTER (WHERE ${when}), 0)::bigint AS ${name("events")}`;

const earlier = (column: string) => `${column}_before`;

const asUse = (name: (column: string) => string) => `'creditsMilli', ${name("credits")}::text,
  'runs', ${name("runs")}, 'calls', ${name("calls")}, 'failures', ${name("failures")}`;

const total = (name: (column: string) => string) => {
  const sum = (column: string) => `COALESCE(sum(${name(column)}), 0)`;
  return `json_build_object('creditsMilli', ${sum("credits")}::text, 'runs', ${sum("runs")}, 'calls', ${sum("calls")},
    'failures', ${sum("failures")}, 'ended', ${sum("failures")} + ${sum("succeeded")},
    'people', count(*) FILTER (WHERE ${name("events")} > 0))`;
};

const same = (column: string) => column;

/**
 * The columns of people are called as what they can be ranked by.
 * $3: where the range begins and the one before it ends. $4: what is searched for.
 */
const toText = (measure: UsageMeasure) => `WITH ${everybodysHours},
    groups AS MATERIALIZED (
      SELECT user_id, kind, subject, hour >= $3::timestamptz AS late, sum(events)::int AS events,
        sum(succeeded)::int AS succeeded, sum(failed)::int AS failed, sum(cost_milli)::bigint AS cost,
        sum(duration_ms)::bigint AS duration
      FROM rows GROUP BY 1, 2, 3, 4),
    people AS MATERIALIZED (
      SELECT user_id, ${ownSums("late", same)}, ${ownSums("NOT late", earlier)} FROM groups GROUP BY 1),
    ranked AS (
      SELECT *, rank() OVER (ORDER BY ${measure} DESC) AS place,
        ${measure}::float8 / (sum(${measure}) OVER ())::float8 AS share
      FROM people WHERE ${measure} > 0),
    fitting AS (
      SELECT ranked.*, u.email, u.name, count(*) OVER () AS found
      FROM ranked JOIN users u ON u.id = ranked.user_id
      WHERE $4::text = '' OR strpos(lower(u.email), $4::text) > 0 OR strpos(lower(u.name), $4::text) > 0
      ORDER BY place, user_id LIMIT 50),
    subjects AS (
      SELECT kind, subject, COALESCE(sum(events) FILTER (WHERE late), 0) AS events,
        COALESCE(sum(events) FILTER (WHERE NOT late), 0) AS events_before, count(*) FILTER (WHERE late) AS people,
        COALESCE(sum(cost) FILTER (WHERE late), 0) AS cost, COALESCE(sum(succeeded) FILTER (WHERE late), 0) AS succeeded,
        COALESCE(sum(failed) FILTER (WHERE late), 0) AS failed, COALESCE(sum(duration) FILTER (WHERE late), 0) AS duration
      FROM groups GROUP BY 1, 2)
  SELECT (SELECT ${total(same)} FROM people) AS now, (SELECT ${total(earlier)} FROM people) AS before,
    (SELECT json_agg(json_build_object('userId', user_id, 'email', email, 'name', name, 'place', place, 'share', share,
        'found', found, ${asUse(same)}, 'before', json_build_object(${asUse(earlier)})) ORDER BY place, user_id)
      FROM fitting) AS people,
    (SELECT json_agg(json_build_object('kind', kind, 'subject', subject, 'events', events, 'eventsBefore', events_before,
        'people', people, 'creditsMilli', cost::text, 'succeeded', succeeded, 'failures', failed, 'durationMs', duration)
        ORDER BY events DESC, events_before DESC, kind, subject) FROM subjects) AS subjects`;

interface Question extends UsageComparison {
  by: UsageMeasure;
  searched: string;
}

/** What everybody used in a range and in the one right before it, in one look at their hours. */
export async function readEverybody(
  db: Db,
  { range, before, by, searched }: Question,
): Promise<EverybodyRow> {
  const { begins, ends } = instantsOf(range);
  const [row] = await db.sql<EverybodyRow>({
    name: `usage-of-everybody-by-${by}`,
    text: toText(by),
    values: [instantsOf(before).begins, ends, begins, searched],
  });
  if (!row) throw new Error("A row of one was none.");
  return row;
}

/** Each day by itself, so that its people are told apart without a sort of all of them. */
export function readDays(db: Db, range: UsageRange): Promise<EverybodysDay[]> {
  const { begins, ends } = instantsOf(range);
  return db.sql<EverybodysDay>({
    name: "usage-of-everybody-by-day",
    text: `WITH ${everybodysHours}
      SELECT to_char(day AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, sums.*
      FROM generate_series($1::timestamptz, $2::timestamptz - interval '1 day', interval '1 day', 'UTC') AS day
      CROSS JOIN LATERAL (
        SELECT COALESCE(sum(cost_milli), 0)::bigint AS "creditsMilli",
          COALESCE(sum(events) FILTER (WHERE kind = 'run'), 0)::int AS runs,
          COALESCE(sum(events) FILTER (WHERE kind = 'api_call'), 0)::int AS calls,
          COALESCE(sum(failed), 0)::int AS failures, count(DISTINCT user_id)::int AS people
        FROM rows WHERE hour >= day AND hour < day + interval '1 day') AS sums
      ORDER BY day`,
    values: [begins, ends],
  });
}
