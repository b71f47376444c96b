import { bucketSql } from "./bucket";
import { runs } from "./rollups/runs";
import { ask, type Source } from "./source";
import { sumColumns } from "./sum-columns";
import type { Bucket, DayRange, ServicePoint } from "./types";

export interface RunsRow {
  service: string;
  runs: number;
  succeeded: number;
  failed: number;
  timedOut: number;
  chargedMilli: bigint;
  durationMs: bigint;
}

export function readRuns(source: Source, range: DayRange): Promise<readonly RunsRow[]> {
  return ask(source, {
    ...{ rollup: runs, range, name: "by-service" },
    select: `SELECT service, ${sumColumns(runs.values)} FROM rows GROUP BY 1`,
  });
}

export function readServicePoints(
  source: Source,
  { range, bucket }: { range: DayRange; bucket: Bucket },
): Promise<readonly ServicePoint[]> {
  return ask(source, {
    ...{ rollup: runs, range, name: "by-bucket", values: [bucket] },
    select: `SELECT ${bucketSql("$5")} AS day, service AS slug, sum(runs)::int AS runs,
        sum(charged_milli)::bigint AS "creditsMilli"
      FROM rows GROUP BY 1, 2 ORDER BY 1, 2`,
  });
}
