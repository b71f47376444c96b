import type { AppContext } from "@/lib/context";
import { inBatches } from "@/lib/shared/in-batches";
import { deleteEmailTokensOverBefore } from "./repository";

const keptMs = 30 * 24 * 3_600_000;

/**
 * Deletes links that were used, or ended, 30 days ago. Those by which nobody confirmed an address yet stay while that is
 * so: they know which passwords its sign-ups chose, and that none of them is to be trusted. Idempotent.
 * @returns how many
 */
export function forgetEmailLinks({
  db,
  systemClock,
}: Pick<AppContext, "db" | "systemClock">): Promise<number> {
  const over = new Date(systemClock.now().getTime() - keptMs);
  return inBatches((limit) => deleteEmailTokensOverBefore(db, over, limit));
}
