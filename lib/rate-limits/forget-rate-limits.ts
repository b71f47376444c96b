import type { AppContext } from "@/lib/context";
import { inBatches } from "@/lib/shared/in-batches";

/** Deletes counters whose window is over: they count for nothing any more. Idempotent. @returns how many */
export function forgetRateLimits({
  db,
  systemClock,
}: Pick<AppContext, "db" | "systemClock">): Promise<number> {
  const now = BigInt(systemClock.now().getTime());
  return inBatches(async (limit) => {
    const rows = await db.sql<{ one: number }>({
      name: "forget-rate-limits",
      text: `DELETE FROM rate_limits WHERE key IN (
          SELECT key FROM rate_limits WHERE expire < $1::bigint LIMIT $2::int FOR UPDATE SKIP LOCKED)
        RETURNING 1 AS one`,
      values: [now, limit],
    });
    return rows.length;
  });
}
