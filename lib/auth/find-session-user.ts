import { cache } from "react";
import { auth } from "./next-auth";
import { sessionUserSchema, type SessionUser } from "./types";

/**
 * Who sent this request, verified or not; null without a live session. Read once per request.
 * Anything that is not exactly a session with a user id is signed out: NextAuth answers some failures with objects.
 */
export const findSessionUser = cache(async (): Promise<SessionUser | null> => {
  const session = await auth();
  const parsed = sessionUserSchema.safeParse(session?.user);
  return parsed.success ? parsed.data : null;
});
