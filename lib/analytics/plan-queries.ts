import type { Db } from "@/lib/db";
import { beginningOfTime, ask, type Source } from "./source";
import { bucketSql } from "./bucket";
import { movement } from "./rollups/movement";
import { plans } from "./rollups/plans";
import { sumColumns } from "./sum-columns";
import type { Bucket, Day, DayRange } from "./types";

export interface MovementRow {
  bucket: Day;
  currency: string;
  newPeople: number;
  newTwelfth: bigint;
  expandedPeople: number;
  expandedTwelfth: bigint;
  contractedPeople: number;
  contractedTwelfth: bigint;
  churnedPeople: number;
  churnedTwelfth: bigint;
  returnedPeople: number;
  returnedTwelfth: bigint;
}

export function readMovement(
  source: Source,
  { range, bucket }: { range: DayRange; bucket: Bucket },
): Promise<readonly MovementRow[]> {
  return ask(source, {
    ...{ rollup: movement, range, name: "by-bucket", values: [bucket] },
    select: `SELECT ${bucketSql("$5")} AS bucket, currency, ${sumColumns(movement.values)} FROM rows GROUP BY 1, 2`,
  });
}

export interface Level {
  currency: string;
  subscribers: number;
  twelfth: bigint;
}

/** Recurring revenue and subscribers at the end of a day: the sum of all that moved until then. */
export function readLevels(source: Source, to: Day): Promise<readonly Level[]> {
  return ask(source, {
    ...{ rollup: movement, range: { from: beginningOfTime, to }, name: "level" },
    select: `SELECT currency, sum(new_people + returned_people - churned_people)::int AS subscribers,
        sum(new_twelfth + expanded_twelfth + returned_twelfth - contracted_twelfth - churned_twelfth)::bigint AS twelfth
      FROM rows GROUP BY 1`,
  });
}

export interface PlanRow {
  currency: string;
  plan: string;
  interval: "month" | "year" | "";
  state: "paying" | "trialing";
  people: number;
  twelfth: bigint;
}

/** Who is on which plan at the end of a day. */
export function readPlans(source: Source, to: Day): Promise<readonly PlanRow[]> {
  return ask(source, {
    ...{ rollup: plans, range: { from: beginningOfTime, to }, name: "level" },
    select: `SELECT currency, plan, interval, state, sum(people)::int AS people, sum(mrr_twelfth)::bigint AS twelfth
      FROM rows GROUP BY 1, 2, 3, 4 HAVING sum(people) <> 0 ORDER BY 1, 2, 3, 4`,
  });
}

export interface GivenRow {
  planKey: string;
  planName: string;
  people: number;
}

/** Complimentary plans that live at the end of a day. */
export async function readComplimentary(
  db: Db,
  { zone, day }: { zone: string; day: Day },
): Promise<readonly GivenRow[]> {
  return db.sql({
    name: "analytics-complimentary",
    text: `WITH instant AS (SELECT (($2::text::date + 1)::timestamp AT TIME ZONE $1::text) AS at)
      SELECT plan_key AS "planKey", max(plan_name) AS "planName", count(*)::int AS people
      FROM complimentary_plans, instant
      WHERE starts_at < at AND ends_at >= at AND (ended_at IS NULL OR ended_at >= at)
      GROUP BY 1 ORDER BY 1`,
    values: [zone, day],
  });
}

/** The names by which subscriptions know their plans. */
export async function readPlanNames(db: Db): Promise<Map<string, string>> {
  const rows = await db.sql<{ plan: string; name: string }>({
    name: "analytics-plan-names",
    text: `SELECT DISTINCT ON (plan) plan, name
      FROM (SELECT plan_key AS plan, plan_name AS name, max(updated_at) AS told FROM subscriptions
        WHERE plan_key IS NOT NULL GROUP BY 1, 2) AS names
      ORDER BY plan, told DESC`,
    values: [],
  });
  return new Map(rows.map(({ plan, name }) => [plan, name]));
}
