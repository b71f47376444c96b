import type { Db } from "@/lib/db";
import { addJob, jobKey } from "./repository";

interface Replay {
  ids: readonly string[];
  replayedAt: Date;
  replayedBy: string;
}

/** Replays by people go one after the other, so that each sees what the one before did. */
export async function lockReplays(tx: Db): Promise<void> {
  await tx.sql({
    name: "lock-replays",
    text: "SELECT pg_advisory_xact_lock(hashtextextended('replay-stripe-events', 0))::text AS locked",
    values: [],
  });
}

/**
 * Puts events back to the start, each with the job that processes it: one statement. Their last error stays until the
 * next try has an outcome.
 * @returns how many there were
 */
export async function putBack(db: Db, { ids, replayedAt, replayedBy }: Replay): Promise<number> {
  const [row] = await db.sql<{ events: bigint }>({
    name: "replay-stripe-events",
    text: `WITH replayed AS (
        UPDATE stripe_events SET status = 'pending', attempts = 0, note = NULL, processed_at = NULL,
          replayed_at = $2::timestamptz, replayed_by = $3
        WHERE id = ANY($1::text[])
        RETURNING id, stripe_customer_id
      ), works AS (SELECT DISTINCT ON (${jobKey("r")}) r.id, r.stripe_customer_id FROM replayed r)
      SELECT (SELECT count(*) FROM replayed) AS events, count(job.id) AS jobs
      FROM works, LATERAL ${addJob("works")} AS job`,
    values: [ids, replayedAt, replayedBy],
  });
  return Number(row?.events ?? 0);
}
