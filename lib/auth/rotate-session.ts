import { cookies } from "next/headers";
import { getContext } from "@/lib/context";
import { newSessionToken } from "./new-session-token";
import { cookieOptions, sessionCookieName } from "./policy";
import { replaceSessionToken } from "./repository";

/**
 * Gives this browser's session a new cookie, after its owner proved who they are or their rights changed: whoever
 * has a copy of the old one is out. Counts as a recent sign-in, unless `proven` is false: for what proves less than a
 * sign-in of theirs does. Does nothing to a session that has ended.
 */
export async function rotateSession(sessionId: string, { proven = true } = {}): Promise<void> {
  const { db, systemClock, appUrl } = getContext();
  const token = newSessionToken();
  const expires = await replaceSessionToken(db, { id: sessionId, token, now: systemClock.now(), proven });
  if (!expires) return;
  (await cookies()).set(sessionCookieName(appUrl), token, { ...cookieOptions(appUrl), expires });
}
