import type { Rollup } from "./rollup";
import { dayOf, within } from "./span";

/** Runs by the day on which they were begun. One that still runs has no outcome yet. */
export const runs: Rollup = {
  ...{ name: "runs", table: "analytics_runs", subject: "runs", scope: "true", keys: ["service", "source"] },
  values: ["runs", "succeeded", "failed", "timed_out", "charged_milli", "duration_ms"],
  facts: (span) => `
    SELECT ${dayOf("r.created_at", span)} AS day, r.service_slug AS service, r.source, count(*)::int AS runs,
      count(*) FILTER (WHERE r.status = 'succeeded')::int AS succeeded,
      count(*) FILTER (WHERE r.status = 'failed')::int AS failed,
      count(*) FILTER (WHERE r.status = 'timed_out')::int AS timed_out,
      sum(r.charged_milli)::bigint AS charged_milli, coalesce(sum(r.duration_ms), 0)::bigint AS duration_ms
    FROM service_runs r WHERE ${within("r.created_at", span)}
    GROUP BY 1, 2, 3`,
};
