import type { AppContext } from "@/lib/context";

export interface Health {
  status: "ok" | "unavailable";
  /** Seconds that the longest waiting job is late; more than a minute means that no worker runs. */
  queueLagSeconds: number | null;
}

/** Whether this process can serve: it reaches its database. The queue's lag is told, but stops nobody. */
export async function checkHealth({ db, log }: Pick<AppContext, "db" | "log">): Promise<Health> {
  try {
    const [row] = await db.sql<{ lag: number }>({
      name: "check-health",
      text: `SELECT coalesce(extract(epoch FROM now() - min(run_at)), 0)::int AS lag FROM graphile_worker.jobs
        WHERE locked_at IS NULL AND attempts < max_attempts AND run_at <= now()`,
      values: [],
    });
    return { status: "ok", queueLagSeconds: row?.lag ?? 0 };
  } catch (err) {
    log.error({ err }, "the database does not answer");
    return { status: "unavailable", queueLagSeconds: null };
  }
}
