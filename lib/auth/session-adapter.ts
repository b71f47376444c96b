import { PrismaAdapter } from "@auth/prisma-adapter";
import type { Adapter } from "next-auth/adapters";
import type { AppContext } from "@/lib/context";
import { openSession } from "./open-session";
import { deleteSession, findLiveSession } from "./repository";
import type { RequestOrigin } from "./types";

declare module "next-auth" {
  /** What this adapter adds to the library's user. */
  interface User {
    role?: "member" | "admin";
    timeZone?: string | null;
    sessionId?: string;
    authenticatedAt?: Date;
  }
}

interface Browser {
  readOrigin: () => Promise<RequestOrigin>;
  rememberDevice: (token: string) => Promise<void>;
}

/**
 * NextAuth's view of our tables. Users and linked accounts are the library's own code; sessions are ours, because
 * the cookie is stored hashed, ends by idleness as well as by age, and remembers where it was opened.
 */
export function createSessionAdapter(
  ctx: Pick<AppContext, "db" | "systemClock" | "appUrl">,
  { readOrigin, rememberDevice }: Browser,
): Adapter {
  const { db, systemClock } = ctx;
  return {
    ...PrismaAdapter(db.prisma),
    async createSession({ sessionToken, userId }) {
      const origin = await readOrigin();
      const { expires, deviceToken } = await openSession(ctx, { token: sessionToken, userId, origin });
      await rememberDevice(deviceToken);
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
