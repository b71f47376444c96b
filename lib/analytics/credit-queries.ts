import { bucketSql } from "./bucket";
import { credits } from "./rollups/credits";
import { ask, beginningOfTime, type Source } from "./source";
import type { Bucket, Day, DayRange, OutstandingOfKind } from "./types";

export interface CreditRow {
  bucket: Day;
  reason: string;
  milli: bigint;
}

export function readCredits(
  source: Source,
  { range, bucket }: { range: DayRange; bucket: Bucket },
): Promise<readonly CreditRow[]> {
  return ask(source, {
    ...{ rollup: credits, range, name: "by-bucket", values: [bucket] },
    select: `SELECT ${bucketSql("$5")} AS bucket, reason::text AS reason, sum(milli)::bigint AS milli
      FROM rows GROUP BY 1, 2`,
  });
}

/** What is left at the end of a day, by kind: the sum of all that moved until then. */
export function readOutstanding(source: Source, to: Day): Promise<readonly OutstandingOfKind[]> {
  return ask(source, {
    ...{ rollup: credits, range: { from: beginningOfTime, to }, name: "level" },
    select: `SELECT kind, sum(milli)::bigint AS milli FROM rows GROUP BY 1 ORDER BY 1`,
  });
}
