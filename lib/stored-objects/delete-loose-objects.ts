import type { AppContext } from "@/lib/context";
import { forgetLoose, listDueKeys } from "./repository";

/** More wait for the next run. */
const batchSize = 1_000;

/**
 * Handles the job "delete-loose-objects": deletes the objects that no row points at and whose time is over. A key is
 * forgotten only after its object is gone, so dying in between repeats it. Idempotent. Without storage nothing happens.
 * @throws StorageUnavailable
 */
export async function deleteLooseObjects({
  db,
  storage,
  systemClock,
}: Pick<AppContext, "db" | "storage" | "systemClock">): Promise<{ objects: number }> {
  if (!storage) return { objects: 0 };
  const keys = await listDueKeys(db, systemClock.now(), batchSize);
  for (const key of keys) {
    await storage.delete(key);
    await forgetLoose(db, key);
  }
  return { objects: keys.length };
}
