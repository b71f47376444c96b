import type { Db } from "@/lib/db";
import type { JobName, JobPayloads } from "./types";

interface JobOptions {
  /** At most one waiting job per key; a repeated call replaces nothing and adds nothing. */
  key?: string;
  runAt?: Date;
  maxAttempts?: number;
  /** Jobs of one queue run one after the other. */
  queue?: string;
}

export interface Job<Name extends JobName> extends JobOptions {
  name: Name;
  payload: JobPayloads[Name];
}

/** Adds a job in the caller's transaction: it exists if and only if that transaction commits. */
export async function enqueueJob<Name extends JobName>(db: Db, job: Job<Name>): Promise<void> {
  await db.sql({
    name: "enqueue-job",
    text: `SELECT 1 AS added FROM graphile_worker.add_job(
      identifier => $1::text, payload => $2::json, queue_name => $3::text, run_at => $4::timestamptz,
      max_attempts => $5::int, job_key => $6::text, job_key_mode => 'unsafe_dedupe')`,
    values: [
      job.name,
      JSON.stringify(job.payload),
      job.queue ?? null,
      job.runAt ?? null,
      job.maxAttempts ?? 25,
      job.key ?? null,
    ],
  });
}
