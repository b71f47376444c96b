import { bucketSql } from "./bucket";
import { declines } from "./rollups/declines";
import { money } from "./rollups/money";
import { ask, type Source } from "./source";
import { sumColumns } from "./sum-columns";
import type { Bucket, Day, DayRange, DeclineReason } from "./types";

export interface MoneyRow {
  bucket: Day;
  currency: string;
  kind: "purchase" | "subscription";
  paidCount: number;
  paidMinor: bigint;
  refundedCount: number;
  refundedMinor: bigint;
  disputedCount: number;
  disputedMinor: bigint;
  failedCount: number;
  failedMinor: bigint;
  recoveredCount: number;
  recoveredMinor: bigint;
}

export function readMoney(
  source: Source,
  { range, bucket }: { range: DayRange; bucket: Bucket },
): Promise<readonly MoneyRow[]> {
  return ask(source, {
    ...{ rollup: money, range, name: "by-bucket", values: [bucket] },
    select: `SELECT ${bucketSql("$5")} AS bucket, currency, kind::text AS kind, ${sumColumns(money.values)}
      FROM rows GROUP BY 1, 2, 3`,
  });
}

/** Most frequent first. */
export function readDeclines(source: Source, range: DayRange): Promise<readonly DeclineReason[]> {
  return ask(source, {
    ...{ rollup: declines, range, name: "by-reason" },
    select: `SELECT reason, sum(tries)::int AS tries FROM rows GROUP BY 1 ORDER BY 2 DESC, 1`,
  });
}
