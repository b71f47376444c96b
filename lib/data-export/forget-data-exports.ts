import type { Db } from "@/lib/db";
import { discardObjects } from "@/lib/stored-objects";
import { deleteAll } from "./repository";

/** Takes a person's exports away in the caller's transaction; their zips follow once that commits. Idempotent. */
export async function forgetDataExports(tx: Db, userId: string, now: Date): Promise<void> {
  await discardObjects(tx, await deleteAll(tx, userId), now);
}
