import { PrismaAdapter } from "@auth/prisma-adapter";
import type { Adapter } from "next-auth/adapters";
import type { AppContext } from "@/lib/context";
import { deleteSession, findLiveSession } from "./repository";
import { startSession, type SigningBrowser } from "./start-session";

/** Who a provider signs in, and what is linked, is decided before the library gets that far. */
const neverHere = () => Promise.reject(new Error("NextAuth makes and links no accounts here."));

/**
 * NextAuth's view of our tables. Sessions are ours, because the cookie is stored hashed, ends by idleness as well as by
 * age, and remembers where it was opened. Members and linked accounts are never the library's to make.
 */
export function createSessionAdapter(
  ctx: Pick<AppContext, "db" | "systemClock" | "appUrl">,
  browser: SigningBrowser,
): Adapter {
  const { db, systemClock } = ctx;
  return {
    ...PrismaAdapter(db.prisma),
    createUser: neverHere,
    updateUser: neverHere,
    linkAccount: neverHere,
    getUserByAccount: () => Promise.resolve(null),
    async createSession({ sessionToken, userId }) {
      // Other providers: one proof, which is not enough for who signs in in two steps.
      const signIn = { token: sessionToken, userId, provenTwice: false };
      const { expires } = await startSession(ctx, browser, signIn);
      return { sessionToken, userId, expires };
    },
    async getSessionAndUser(sessionToken) {
      const live = await findLiveSession(db, sessionToken, systemClock.now());
      if (!live) return null;
      const { userId, expires, email, emailVerified } = live;
      return { session: { sessionToken, userId, expires }, user: { id: userId, email, emailVerified } };
    },
    // findLiveSession notes the use itself; the absolute end never moves.
    updateSession: () => Promise.resolve(null),
    async deleteSession(sessionToken) {
      await deleteSession(db, sessionToken);
    },
  };
}
