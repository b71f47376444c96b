import type { Db } from "@/lib/db";

/** When the oldest subscription that lives began, to the second. */
export async function findOldestSubscription(db: Db): Promise<Date | null> {
  const [row] = await db.sql<{ at: Date | null }>({
    name: "reconcile-oldest-subscription",
    text: `SELECT date_trunc('second', min(started_at)) AS at FROM subscriptions
      WHERE status IN ('trialing', 'active', 'past_due', 'unpaid', 'paused')`,
    values: [],
  });
  return row?.at ?? null;
}
