import { payingPeople, workingCohorts, workingPeople, payingCohorts } from "./rollups/presence";
import { ask, type Source } from "./source";
import { bucketSql } from "./bucket";
import type { Bucket, Day, DayRange, RetentionOf } from "./types";

interface Distinct {
  who: string;
  people: number;
}

const rollups = { paying: payingPeople, working: workingPeople };

/**
 * How many people paid ("payers") and bought packs ("purchasers"), or used services ("active") and each of them
 * ("service:slug"), in a range; everybody once. Asked by name, only the rows of those are read.
 */
export async function readDistinct(
  source: Source,
  range: DayRange,
  { of, who }: { of: keyof typeof rollups; who: readonly string[] },
): Promise<Map<string, number>> {
  const rows = await ask<Distinct>(source, {
    ...{ rollup: rollups[of], range, name: "distinct", values: [who] },
    // One name at a time: the key finds the rows of each, where all at once would be found by reading the table.
    select: `SELECT asked.who, coalesce(counted.people, 0)::int AS people
      FROM unnest($5::text[]) AS asked (who)
      CROSS JOIN LATERAL (
        SELECT sum(rows.people) AS people FROM rows
        WHERE rows.who = asked.who AND rows.previous_day < $2::text::date) AS counted`,
  });
  return new Map(rows.map(({ who: name, people }) => [name, people]));
}

/** In whole months it is kept who was there for the first time in each: far fewer rows say the same. */
const activeByMonth = (source: Source, range: DayRange) =>
  ask<{ bucket: Day; people: number }>(source, {
    ...{ rollup: workingCohorts, range, name: "by-activity" },
    select: `SELECT ${bucketSql("'month'")} AS bucket, sum(people)::int AS people FROM rows GROUP BY 1`,
  });

const activeByDays = (source: Source, range: DayRange, bucket: Bucket) =>
  ask<{ bucket: Day; people: number }>(source, {
    ...{ rollup: workingPeople, range, name: "by-bucket", values: [bucket] },
    select: `SELECT ${bucketSql("$5")} AS bucket, sum(people)::int AS people
      FROM rows WHERE who = 'active' AND previous_day < greatest(date_trunc($5::text, day::timestamp)::date, $2::text::date)
      GROUP BY 1`,
  });

/** How many people were active in each bucket, everybody once in each. */
export async function readActiveByBucket(
  source: Source,
  { range, bucket }: { range: DayRange; bucket: Bucket },
): Promise<Map<Day, number>> {
  const wholeMonths = bucket === "month" && range.from.endsWith("-01");
  const rows = await (wholeMonths ? activeByMonth(source, range) : activeByDays(source, range, bucket));
  return new Map(rows.map(({ bucket: day, people }) => [day, people]));
}

export interface ReturnedRow {
  cohort: Day;
  month: Day;
  people: number;
}

const cohortRollups = { active: workingCohorts, payers: payingCohorts };

/** How many people of each cohort did it in each month of a range. */
export function readReturned(
  source: Source,
  range: DayRange,
  of: RetentionOf,
): Promise<readonly ReturnedRow[]> {
  return ask(source, {
    ...{ rollup: cohortRollups[of], range, name: "by-month" },
    select: `SELECT cohort::text AS cohort, ${bucketSql("'month'")} AS month, sum(people)::int AS people
      FROM rows GROUP BY 1, 2`,
  });
}
