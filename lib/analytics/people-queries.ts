import { bucketSql } from "./bucket";
import { people } from "./rollups/people";
import { ask, beginningOfTime, type Source } from "./source";
import { sumColumns } from "./sum-columns";
import type { Bucket, Day, DayRange } from "./types";

export interface PeopleRow {
  bucket: Day;
  signedUp: number;
  verified: number;
  deleted: number;
  converted: number;
}

export function readPeople(
  source: Source,
  { range, bucket }: { range: DayRange; bucket: Bucket },
): Promise<readonly PeopleRow[]> {
  return ask(source, {
    ...{ rollup: people, range, name: "by-bucket", values: [bucket] },
    select: `SELECT ${bucketSql("$5")} AS bucket, ${sumColumns(people.values)} FROM rows GROUP BY 1`,
  });
}

/** How many had an account at the end of a day. */
export async function readTotal(source: Source, to: Day): Promise<number> {
  const [row] = await ask<{ total: number }>(source, {
    ...{ rollup: people, range: { from: beginningOfTime, to }, name: "total" },
    select: `SELECT coalesce(sum(signed_up - deleted), 0)::int AS total FROM rows`,
  });
  return row?.total ?? 0;
}
