import type { AppContext } from "@/lib/context";
import { inBatches } from "@/lib/shared/in-batches";
import { deleteOld } from "./repository";

const keptReadDays = 90;
const keptDays = 365;
const dayMs = 86_400_000;

/**
 * Deletes notices that were read 90 days ago, and all that are a year old. Idempotent. What they told is long past: its
 * key comes up no more.
 * @returns how many
 */
export function forgetNotices({ db, systemClock }: Pick<AppContext, "db" | "systemClock">): Promise<number> {
  const now = systemClock.now().getTime();
  const readBefore = new Date(now - keptReadDays * dayMs);
  const before = new Date(now - keptDays * dayMs);
  return inBatches((limit) => deleteOld(db, { readBefore, before, limit }));
}
