import type { AppContext } from "@/lib/context";
import { inBatches } from "@/lib/shared/in-batches";
import { deletePendingOver } from "./repository";

/** Deletes sign-ins whose ten minutes for the second step are over. Idempotent. @returns how many */
export function forgetPendingSignIns({
  db,
  systemClock,
}: Pick<AppContext, "db" | "systemClock">): Promise<number> {
  const now = systemClock.now();
  return inBatches((limit) => deletePendingOver(db, now, limit));
}
