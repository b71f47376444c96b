import type { Db } from "@/lib/db";

/** The failed job, which no worker takes up until the transaction ends; null when it is gone, or is being done. */
export async function lockFailed(
  tx: Db,
  id: bigint,
): Promise<{ name: string; attempts: number; maxAttempts: number } | null> {
  const [row] = await tx.sql<{ name: string; attempts: number; maxAttempts: number }>({
    name: "lock-failed-job",
    text: `SELECT t.identifier AS name, j.attempts::int, j.max_attempts::int AS "maxAttempts"
      FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
      WHERE j.id = $1::bigint AND j.last_error IS NOT NULL AND j.locked_at IS NULL FOR UPDATE OF j`,
    values: [id],
  });
  return row ?? null;
}

/** Makes it due now, with all its tries. */
export async function startOver(tx: Db, id: bigint): Promise<void> {
  await tx.sql({
    name: "start-job-over",
    text: `SELECT j.id FROM graphile_worker.reschedule_jobs(
      job_ids => ARRAY[$1::bigint], run_at => now(), attempts => 0::smallint) AS j`,
    values: [id],
  });
}
