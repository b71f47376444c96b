import type { Db } from "@/lib/db";
import { StorageUnavailable } from "@/lib/ports/file-storage-errors";
import { adoptableAfter } from "./policy";
import { removeLoose } from "./repository";

/**
 * Keeps reserved objects, in the transaction that writes the row which points at them.
 * @throws StorageUnavailable when writing took so long that they are or may be deleted
 */
export async function adoptObjects(tx: Db, keys: readonly string[], now: Date): Promise<void> {
  const kept = await removeLoose(tx, keys, adoptableAfter(now));
  if (kept !== keys.length) throw new StorageUnavailable("the reservation ran out");
}
