import type { Db } from "@/lib/db";
import type { UsageOutcome } from "./types";

export interface EndedUse {
  userId: string;
  at: Date;
  id: string;
  outcome: Exclude<UsageOutcome, "started">;
  durationMs: number;
}

/** Writes how a use without a price of its own ended. What has ended stays as it is. */
export async function endUsage(db: Db, { userId, at, id, outcome, durationMs }: EndedUse): Promise<void> {
  await db.sql({
    name: "end-usage",
    text: `SELECT end_usage($1::uuid, $2::timestamptz, $3::uuid, $4::usage_outcome, 0, 0, 0, $5::int) AS ended`,
    values: [userId, at, id, outcome, durationMs],
  });
}
