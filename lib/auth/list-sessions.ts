import type { AppContext } from "@/lib/context";
import { listOpenSessions } from "./repository";
import type { OpenSession } from "./types";

/** Where a person is signed in, the latest used first; at most a hundred. */
export function listSessions(
  { db, systemClock }: Pick<AppContext, "db" | "systemClock">,
  userId: string,
): Promise<OpenSession[]> {
  return listOpenSessions(db, userId, systemClock.now());
}
