import { cookies } from "next/headers";
import { cache } from "react";
import { getContext } from "@/lib/context";
import { sessionCookieName } from "./policy";
import { findLiveSession, type LiveSession } from "./repository";
import type { SessionUser } from "./types";

/** A session that cannot be read is no session. */
async function readSession(token: string): Promise<LiveSession | null> {
  const { db, systemClock, log } = getContext();
  try {
    return await findLiveSession(db, token, systemClock.now());
  } catch (error) {
    log.error({ err: error }, "a session could not be read");
    return null;
  }
}

/**
 * Who sent this request, verified or not; null without a live session. One round trip, once per page. Reads the cookie
 * where an action may have set a new one, so that the page drawn after it still knows its visitor.
 */
export const findSessionUser = cache(async (): Promise<SessionUser | null> => {
  const token = (await cookies()).get(sessionCookieName(getContext().appUrl))?.value;
  const live = token ? await readSession(token) : null;
  if (!live) return null;
  const {
    userId: id,
    email,
    name,
    role,
    timeZone,
    sessionId,
    authenticatedAt,
    emailVerified,
    viewing,
  } = live;
  const verified = emailVerified !== null;
  return { id, email, name, role, timeZone, sessionId, authenticatedAt, verified, viewing };
});
