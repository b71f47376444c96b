import type { Db } from "@/lib/db";
import type { Day, DayRange } from "@/lib/shared/calendar";
import { everybodysHoursBetween } from "@/lib/usage";
import type { EverybodyTotals, PersonUse, ServiceOfEverybody } from "./types";

/** Days of a zone that PostgreSQL knows. */
export interface EverybodyRange extends DayRange {
  zone: string;
}

/** SQL: `hours`, everybody's of a range, and `bounds`, its instants. */
const hoursOf = (condition = "true") => `bounds AS MATERIALIZED (
    SELECT $1::text::date::timestamp AT TIME ZONE $3::text AS starts_at,
      ($2::text::date + 1)::timestamp AT TIME ZONE $3::text AS ends_at),
  ${everybodysHoursBetween("(SELECT starts_at FROM bounds)", "(SELECT ends_at FROM bounds)")},
  hours AS (SELECT * FROM rows h WHERE ${condition})`;

const sums = `COALESCE(sum(events) FILTER (WHERE kind = 'run'), 0)::int AS runs,
  COALESCE(sum(events) FILTER (WHERE kind = 'api_call'), 0)::int AS calls,
  COALESCE(sum(failed), 0)::int AS failed, COALESCE(sum(cost_milli), 0)::bigint AS "costMilli"`;

/** What everybody used together, and how often a limit refused it. */
export async function readEverybodyTotals(
  db: Db,
  { from, to, zone }: EverybodyRange,
): Promise<EverybodyTotals> {
  const [row] = await db.sql<EverybodyTotals>({
    name: "report-everybody-totals",
    text: `WITH ${hoursOf()},
      refused AS (
        SELECT COALESCE(sum(q.hits), 0)::int AS refusals, count(DISTINCT q.user_id)::int AS people
        FROM quota_hits q, bounds WHERE q.last_at >= bounds.starts_at AND q.last_at < bounds.ends_at)
      SELECT count(DISTINCT user_id)::int AS people, ${sums},
        COALESCE(sum(subscription_milli), 0)::bigint AS "subscriptionMilli",
        COALESCE(sum(payg_milli), 0)::bigint AS "paygMilli",
        (SELECT refusals FROM refused) AS refusals, (SELECT people FROM refused) AS "refusedPeople"
      FROM hours`,
    values: [from, to, zone],
  });
  if (!row) throw new Error("An aggregate gave no row.");
  return row;
}

/** By service, the most credits first. */
export function readServicesOfEverybody(
  db: Db,
  { from, to, zone }: EverybodyRange,
): Promise<Omit<ServiceOfEverybody, "title">[]> {
  return db.sql({
    name: "report-everybody-services",
    text: `WITH ${hoursOf("h.kind = 'run'")}
      SELECT subject AS slug, count(DISTINCT user_id)::int AS people, sum(events)::int AS runs,
        sum(failed)::int AS failed, sum(cost_milli)::bigint AS "costMilli"
      FROM hours GROUP BY 1 ORDER BY 5 DESC, 3 DESC, 1`,
    values: [from, to, zone],
  });
}

/** Who used most. */
export function readTopPeople(
  db: Db,
  { from, to, zone }: EverybodyRange,
  limit: number,
): Promise<PersonUse[]> {
  return db.sql({
    name: "report-top-people",
    text: `WITH ${hoursOf()},
      people AS (SELECT user_id, ${sums}, sum(events) AS events FROM hours GROUP BY 1
        ORDER BY "costMilli" DESC, events DESC, user_id LIMIT $4::int)
      SELECT user_id AS "userId", u.email, runs, calls, failed, "costMilli"
      FROM people JOIN users u ON u.id = people.user_id
      ORDER BY "costMilli" DESC, events DESC, user_id`,
    values: [from, to, zone, limit],
  });
}

/** Everybody with use after one id, in the order of their ids. */
export function readPeopleAfter(
  db: Db,
  { from, to, zone }: EverybodyRange,
  { after, limit }: { after: string | null; limit: number },
): Promise<PersonUse[]> {
  return db.sql({
    name: "report-people-after",
    text: `WITH ${hoursOf("($4::uuid IS NULL OR h.user_id > $4::uuid)")},
      people AS (SELECT user_id, ${sums} FROM hours GROUP BY 1 ORDER BY 1 LIMIT $5::int)
      SELECT user_id AS "userId", u.email, runs, calls, failed, "costMilli"
      FROM people JOIN users u ON u.id = people.user_id ORDER BY 1`,
    values: [from, to, zone, after, limit],
  });
}

export interface DayOfEverybody {
  day: Day;
  kind: "run" | "api_call";
  subject: string;
  source: "web" | "api";
  people: number;
  events: number;
  succeeded: number;
  failed: number;
  costMilli: bigint;
}

/** By day of the zone and by what was used, oldest first. */
export function readDaysOfEverybody(db: Db, { from, to, zone }: EverybodyRange): Promise<DayOfEverybody[]> {
  return db.sql({
    name: "report-everybody-days",
    text: `WITH ${hoursOf()}
      SELECT to_char(hour AT TIME ZONE $3::text, 'YYYY-MM-DD') AS day, kind::text AS kind, subject,
        source::text AS source, count(DISTINCT user_id)::int AS people, sum(events)::int AS events,
        sum(succeeded)::int AS succeeded, sum(failed)::int AS failed, sum(cost_milli)::bigint AS "costMilli"
      FROM hours GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
    values: [from, to, zone],
  });
}
