import type { AppContext } from "@/lib/context";
import { forgetLoose, listDueKeys } from "./repository";

/** More wait for the next run. */
const batchSize = 1_000;

/**
 * Handles the job "delete-loose-objects": deletes the objects that no row points at and whose time is over. A key is
 * forgotten only after its object is gone, so dying in between repeats it. Idempotent. Without storage nothing happens.
 * One that cannot be deleted keeps none of the others.
 * @throws StorageUnavailable after the others
 */
export async function deleteLooseObjects({
  db,
  storage,
  systemClock,
}: Pick<AppContext, "db" | "storage" | "systemClock">): Promise<{ objects: number }> {
  if (!storage) return { objects: 0 };
  const keys = await listDueKeys(db, systemClock.now(), batchSize);
  let failure: { cause: unknown } | null = null;
  for (const key of keys) {
    try {
      await storage.delete(key);
      await forgetLoose(db, key);
    } catch (cause) {
      failure ??= { cause };
    }
  }
  if (failure) throw failure.cause;
  return { objects: keys.length };
}
