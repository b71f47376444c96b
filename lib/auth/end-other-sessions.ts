import type { AppContext } from "@/lib/context";
import { recordSecurityEvent, type EventOrigin } from "@/lib/security-log";
import { deleteSessions } from "./repository";

interface Ending {
  userId: string;
  /** The session that stays: that of who asks. */
  sessionId: string;
  origin: EventOrigin;
}

/** Ends every other session of a person. Idempotent: without others nothing happens. @returns how many ended */
export async function endOtherSessions(
  { db, systemClock }: Pick<AppContext, "db" | "systemClock">,
  { userId, sessionId, origin }: Ending,
): Promise<number> {
  return db.transaction(async (tx) => {
    const ended = await deleteSessions(tx, { userId, except: sessionId });
    if (ended > 0)
      await recordSecurityEvent(tx, { userId, kind: "sessions_ended", origin, now: systemClock.now() });
    return ended;
  });
}
