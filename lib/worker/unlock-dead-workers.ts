import type { AppContext } from "@/lib/context";

/** A worker takes its lock a moment after it is born; younger locks say nothing. */
const graceSeconds = 30;

/**
 * Gives back the jobs of workers that no longer exist. A killed process leaves its jobs locked, and the queue by
 * itself would wait four hours; but a living worker holds an advisory lock, and PostgreSQL drops that with the
 * connection. See `worker-claims.ts`.
 * @returns how many workers were found dead
 */
export async function unlockDeadWorkers({ db, log }: Pick<AppContext, "db" | "log">): Promise<number> {
  const dead = await db.sql<{ worker: string }>({
    name: "unlock-dead-workers",
    text: `SELECT lost.worker FROM (
        SELECT DISTINCT locked_by AS worker FROM graphile_worker.jobs
        WHERE locked_by IS NOT NULL AND locked_at < now() - make_interval(secs => $1::int)
      ) AS lost, LATERAL graphile_worker.force_unlock_workers(ARRAY[lost.worker]) AS unlocked
      WHERE pg_try_advisory_xact_lock(hashtextextended('worker:' || lost.worker, 0))`,
    values: [graceSeconds],
  });
  if (dead.length > 0)
    log.warn({ workers: dead.map(({ worker }) => worker) }, "jobs of dead workers were freed");
  return dead.length;
}
