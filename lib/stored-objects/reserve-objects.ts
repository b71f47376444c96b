import type { AppContext } from "@/lib/context";
import { reservedUntil } from "./policy";
import { insertLoose } from "./repository";

/**
 * Registers keys before anything is written under them. Unless they are adopted within the hour, whatever was written
 * is deleted: a process that dies in between leaves nothing over. Not in the transaction that adopts.
 */
export async function reserveObjects(
  { db, systemClock }: Pick<AppContext, "db" | "systemClock">,
  keys: readonly string[],
): Promise<void> {
  await insertLoose(db, keys, reservedUntil(systemClock.now()));
}
