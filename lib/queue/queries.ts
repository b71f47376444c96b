import type { Db } from "@/lib/db";
import type { JobState, QueuedTask } from "./types";

type Counted = Record<"waiting" | "running" | "retrying" | "failed", bigint>;

/** What is in the queue: done jobs leave it, so that it stays small. */
export async function countByTask(db: Db): Promise<QueuedTask[]> {
  const rows = await db.sql<Counted & { name: string; dueSince: Date | null }>({
    name: "count-jobs-by-task",
    text: `SELECT t.identifier AS name,
        count(*) FILTER (WHERE j.locked_at IS NULL AND j.attempts = 0) AS waiting,
        count(*) FILTER (WHERE j.locked_at IS NOT NULL) AS running,
        count(*) FILTER (WHERE j.locked_at IS NULL AND j.attempts > 0 AND j.attempts < j.max_attempts) AS retrying,
        count(*) FILTER (WHERE j.locked_at IS NULL AND j.attempts >= j.max_attempts) AS failed,
        min(j.run_at) FILTER (WHERE j.locked_at IS NULL AND j.attempts < j.max_attempts AND j.run_at <= now())
          AS "dueSince"
      FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
      GROUP BY t.identifier ORDER BY t.identifier`,
    values: [],
  });
  return rows.map(({ name, dueSince, ...counts }) => ({
    ...{ name, dueSince },
    waiting: Number(counts.waiting),
    running: Number(counts.running),
    retrying: Number(counts.retrying),
    failed: Number(counts.failed),
  }));
}

export interface ScheduleRow {
  name: string;
  lastAt: Date | null;
  state: "idle" | "waiting" | "running" | "failed";
}

/** What became of each job that the clock starts: its last start, and its job while it is in the queue. */
export function readSchedule(db: Db, names: readonly string[]): Promise<ScheduleRow[]> {
  return db.sql<ScheduleRow>({
    name: "read-schedule",
    text: `SELECT wanted.name, c.last_execution AS "lastAt",
        CASE WHEN j.id IS NULL THEN 'idle' WHEN j.locked_at IS NOT NULL THEN 'running'
          WHEN j.attempts >= j.max_attempts THEN 'failed' ELSE 'waiting' END AS state
      FROM unnest($1::text[]) AS wanted(name)
      LEFT JOIN graphile_worker._private_known_crontabs c ON c.identifier = wanted.name
      LEFT JOIN graphile_worker._private_jobs j ON j.key = 'cron:' || wanted.name`,
    values: [names],
  });
}

export interface FailedRow {
  id: bigint;
  name: string;
  payload: unknown;
  attempts: number;
  maxAttempts: number;
  error: string;
  createdAt: Date;
  failedAt: Date;
  runAt: Date;
  locked: boolean;
}

const failedColumns = `j.id, t.identifier AS name, j.payload, j.attempts::int, j.max_attempts::int AS "maxAttempts",
  j.last_error AS error, j.created_at AS "createdAt", j.updated_at AS "failedAt", j.run_at AS "runAt",
  j.locked_at IS NOT NULL AS locked
  FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id`;

interface FailedRead {
  name: string | null;
  state: JobState | null;
  before: bigint | null;
  after: bigint | null;
  limit: number;
}

/** Jobs whose last try failed, the latest first; those nearest above `after` where that is given. */
export async function readFailed(db: Db, read: FailedRead): Promise<FailedRow[]> {
  const { name, state, before, after, limit } = read;
  const order = after === null ? "DESC" : "ASC";
  const rows = await db.sql<FailedRow>({
    name: `read-failed-jobs-${order}`,
    text: `SELECT ${failedColumns}
      WHERE j.last_error IS NOT NULL AND ($1::text IS NULL OR t.identifier = $1)
        AND ($2::text IS NULL OR (j.attempts >= j.max_attempts) = ($2 = 'failed'))
        AND ($3::bigint IS NULL OR j.id < $3) AND ($4::bigint IS NULL OR j.id > $4)
      ORDER BY j.id ${order} LIMIT $5::int`,
    values: [name, state, before, after, limit],
  });
  return after === null ? rows : rows.reverse();
}

/** Jobs that failed for good: the queue is small, since what is done leaves it. */
export async function countFailedJobs(db: Db): Promise<number> {
  const [row] = await db.sql<{ failed: bigint }>({
    name: "count-failed-jobs",
    text: `SELECT count(*) AS failed FROM graphile_worker._private_jobs
      WHERE locked_at IS NULL AND attempts >= max_attempts`,
    values: [],
  });
  return Number(row?.failed ?? 0);
}
