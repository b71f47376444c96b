import type { AppContext } from "@/lib/context";
import { inBatches } from "@/lib/shared/in-batches";
import { idleLimitMs } from "./policy";
import { deleteSessionsEndedBefore } from "./repository";

/** For who looks into what went wrong yesterday. */
const keptMs = 24 * 3_600_000;

/** Deletes sessions a day after they ended, by age or by idleness. Idempotent. @returns how many */
export function forgetEndedSessions({
  db,
  systemClock,
}: Pick<AppContext, "db" | "systemClock">): Promise<number> {
  const ended = new Date(systemClock.now().getTime() - keptMs);
  const unused = new Date(ended.getTime() - idleLimitMs);
  return inBatches((limit) => deleteSessionsEndedBefore(db, { ended, unused, limit }));
}
