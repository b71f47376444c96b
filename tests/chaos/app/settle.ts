import type { AppContext } from "@/lib/context";
import { env } from "@/lib/env";
import { drainJobs } from "@/lib/worker";

const rounds = 60;

const statements = {
  /** What killed workers held is free at once, as it is for the app after half a minute. */
  freeJobs: `UPDATE graphile_worker._private_jobs SET locked_at = NULL, locked_by = NULL
    WHERE locked_at IS NOT NULL`,
  freeQueues: `UPDATE graphile_worker._private_job_queues SET locked_at = NULL, locked_by = NULL
    WHERE locked_at IS NOT NULL`,
  /** What waits for its next try waits no longer. */
  hurry: `UPDATE graphile_worker._private_jobs SET run_at = now() WHERE run_at > now() AND locked_at IS NULL`,
};

async function run(ctx: AppContext, text: string): Promise<void> {
  await ctx.db.sql({ name: `chaos-${text.length}`, text, values: [] });
}

async function countWaiting(ctx: AppContext): Promise<number> {
  const rows = await ctx.db.sql<{ waiting: number }>({
    name: "chaos-waiting",
    text: `SELECT count(*)::int AS waiting FROM graphile_worker._private_jobs WHERE attempts < max_attempts`,
    values: [],
  });
  return rows[0]?.waiting ?? 0;
}

/**
 * Works off everything that waits, retries included, as the hours after a bad day do. Only without a worker beside it.
 * @returns the jobs that are left, which have used up their tries or keep failing
 */
export async function settle(ctx: AppContext): Promise<number> {
  await run(ctx, statements.freeJobs);
  await run(ctx, statements.freeQueues);
  for (let round = 0; round < rounds; round += 1) {
    await run(ctx, statements.hurry);
    await drainJobs(ctx, env().DATABASE_URL);
    if ((await countWaiting(ctx)) === 0) return 0;
  }
  return countWaiting(ctx);
}
