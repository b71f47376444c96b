import type { AppContext } from "@/lib/context";
import { deleteExpired } from "./challenge-repository";

/** Deletes challenges whose five minutes are over: asking for a new one does so, too. Idempotent. @returns how many */
export function forgetChallenges({
  db,
  systemClock,
}: Pick<AppContext, "db" | "systemClock">): Promise<number> {
  return deleteExpired(db, systemClock.now());
}
