import type { AppContext } from "@/lib/context";
import { inBatches } from "@/lib/shared/in-batches";
import { recordsKeptFrom } from "./keep";

/** What goes by an instant of its own, in steps. */
const tables = {
  usage_hours: "hour",
  quota_counters: "starts_at",
  quota_hits: "last_at",
  quota_alerts: "raised_at",
  usage_spikes: "ends_at",
  expiring_lots_told: "told_at",
} as const;

/**
 * Lets go of records whose months are over, and of hours, counters, refusals and alerts of the same age; sums by day
 * stay. By the machine's time: what the clock of billing says ahead of it is never too old. Idempotent.
 * @returns how many months and rows went
 */
export async function forgetUsage({
  db,
  systemClock,
}: Pick<AppContext, "db" | "systemClock">): Promise<number> {
  const keptFrom = recordsKeptFrom(systemClock.now());
  const [months] = await db.sql<{ dropped: number }>({
    name: "drop-usage-months",
    text: "SELECT drop_usage_months($1::timestamptz) AS dropped",
    values: [keptFrom],
  });
  let gone = months?.dropped ?? 0;
  for (const [table, column] of Object.entries(tables))
    gone += await inBatches(async (limit) => {
      const rows = await db.sql<{ one: number }>({
        name: `forget-${table}`,
        text: `DELETE FROM ${table} WHERE ctid = ANY (ARRAY(
            SELECT ctid FROM ${table} WHERE ${column} < $1::timestamptz
              ${table === "quota_counters" ? "AND starts_at > 'epoch'" : ""} LIMIT $2::int))
          RETURNING 1 AS one`,
        values: [keptFrom, limit],
      });
      return rows.length;
    });
  return gone;
}
