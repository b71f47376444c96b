import { PrismaAdapter } from "@auth/prisma-adapter";
import type { Adapter } from "next-auth/adapters";
import type { AppContext } from "@/lib/context";
import { createSession, deleteSession, findLiveSession } from "./repository";
import type { RequestOrigin } from "./types";

declare module "next-auth" {
  /** What this adapter adds to the library's user. */
  interface User {
    role?: "member" | "admin";
    sessionId?: string;
    authenticatedAt?: Date;
  }
}

/**
 * NextAuth's view of our tables. Users and linked accounts are the library's own code; sessions are ours, because
 * the cookie is stored hashed, ends by idleness as well as by age, and remembers where it was opened.
 */
export function createSessionAdapter(
  { db, systemClock }: Pick<AppContext, "db" | "systemClock">,
  readOrigin: () => Promise<RequestOrigin>,
): Adapter {
  return {
    ...PrismaAdapter(db.prisma),
    async createSession({ sessionToken, userId }) {
      const expires = await createSession(db, {
        token: sessionToken,
        userId,
        now: systemClock.now(),
        origin: await readOrigin(),
      });
      return { sessionToken, userId, expires };
    },
    async getSessionAndUser(sessionToken) {
      const live = await findLiveSession(db, sessionToken, systemClock.now());
      if (!live) return null;
      const { sessionId, userId, expires, ...user } = live;
      return { session: { sessionToken, userId, expires }, user: { ...user, id: userId, sessionId } };
    },
    // findLiveSession notes the use itself; the absolute end never moves.
    updateSession: () => Promise.resolve(null),
    async deleteSession(sessionToken) {
      await deleteSession(db, sessionToken);
    },
  };
}
