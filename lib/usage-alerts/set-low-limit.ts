import type { AppContext } from "@/lib/context";
import { saveLowLimit } from "./repository";

/**
 * Sets below how many credits somebody is told; null: never. It counts from the next time that their balance falls
 * below it. Idempotent.
 */
export async function setLowLimit(
  { db, clock }: Pick<AppContext, "db" | "clock">,
  { userId, lowMilli }: { userId: string; lowMilli: bigint | null },
): Promise<void> {
  await db.transaction((tx) => saveLowLimit(tx, { userId, lowMilli, now: clock.now() }));
}
