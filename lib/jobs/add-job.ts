import type { Db } from "@/lib/db";
import type { Job, JobName } from "./types";

/**
 * What happens to a job of the same key that exists: `unsafe_dedupe` leaves it, also when it has used up its
 * tries; `replace` starts it over. https://worker.graphile.org/docs/job-key
 */
type KeyMode = "unsafe_dedupe" | "replace";

/** Adds a job in the caller's transaction: it exists if and only if that transaction commits. */
export async function addJob<Name extends JobName>(db: Db, job: Job<Name>, mode: KeyMode): Promise<void> {
  await db.sql({
    name: "add-job",
    text: `SELECT 1 AS added FROM graphile_worker.add_job(
      identifier => $1::text, payload => $2::json, queue_name => $3::text, run_at => $4::timestamptz,
      max_attempts => $5::int, job_key => $6::text, job_key_mode => $7::text)`,
    values: [
      job.name,
      JSON.stringify(job.payload),
      job.queue ?? null,
      job.runAt ?? null,
      job.maxAttempts ?? 25,
      job.key ?? null,
      mode,
    ],
  });
}
