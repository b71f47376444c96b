import type { AppContext } from "@/lib/context";
import { recordSecurityEvent, type EventOrigin } from "@/lib/security-log";
import { SessionNotFound } from "./errors";
import { deleteSessions } from "./repository";

interface Ending {
  userId: string;
  sessionId: string;
  /** Of who ends it. */
  origin: EventOrigin;
}

/**
 * Ends one session of a person: its next request is signed out.
 * @throws SessionNotFound also for sessions of others
 */
export async function endSession(
  { db, systemClock }: Pick<AppContext, "db" | "systemClock">,
  { userId, sessionId, origin }: Ending,
): Promise<void> {
  await db.transaction(async (tx) => {
    const ended = await deleteSessions(tx, { userId, only: sessionId });
    if (ended === 0) throw new SessionNotFound();
    await recordSecurityEvent(tx, { userId, kind: "session_ended", origin, now: systemClock.now() });
  });
}
