import type { AppContext } from "@/lib/context";
import { inBatches } from "@/lib/shared/in-batches";
import { deleteSettled } from "./repository";

const keptDays = 365;
const dayMs = 86_400_000;

/**
 * Deletes messages with their answers a year after somebody last did something about them; those that are open stay.
 * Idempotent.
 * @returns how many
 */
export function forgetMessages({ db, systemClock }: Pick<AppContext, "db" | "systemClock">): Promise<number> {
  const before = new Date(systemClock.now().getTime() - keptDays * dayMs);
  return inBatches((limit) => deleteSettled(db, { before, limit }));
}
