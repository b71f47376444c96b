import type { ApiContext } from "./api-context";
import { deleteRunKeysBefore } from "./repository";
import { rememberedMs } from "./run-once";

/** Deletes the Idempotency-Keys whose 24 hours are over; they stopped counting at that instant. Idempotent. */
export async function forgetRunKeys({
  db,
  systemClock,
}: Pick<ApiContext, "db" | "systemClock">): Promise<{ keys: number }> {
  return { keys: await deleteRunKeysBefore(db, new Date(systemClock.now().getTime() - rememberedMs)) };
}
