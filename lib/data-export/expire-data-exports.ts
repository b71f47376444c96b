import type { AppContext } from "@/lib/context";
import { discardObjects } from "@/lib/stored-objects";
import { listExpired } from "./queries";
import { markExpired } from "./repository";

/** More wait for the next hour. */
const batchSize = 500;

/** Handles the job "expire-data-exports": lets go of the zips whose seven days are over. Idempotent. @returns how many */
export async function expireDataExports({
  db,
  systemClock,
}: Pick<AppContext, "db" | "systemClock">): Promise<number> {
  const now = systemClock.now();
  const ids = await listExpired(db, now, batchSize);
  for (const id of ids)
    await db.transaction(async (tx) => discardObjects(tx, await markExpired(tx, { id }), now));
  return ids.length;
}
