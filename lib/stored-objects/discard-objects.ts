import type { Db } from "@/lib/db";
import { restartJob } from "@/lib/jobs";
import { insertLoose } from "./repository";

/**
 * Lets objects go, in the transaction that takes away the row which pointed at them: they are deleted by a job once it
 * commits, and stay when it does not.
 */
export async function discardObjects(tx: Db, keys: readonly string[], now: Date): Promise<void> {
  if (keys.length === 0) return;
  await insertLoose(tx, keys, now);
  await restartJob(tx, { name: "delete-loose-objects", payload: {}, key: "delete-loose-objects" });
}
