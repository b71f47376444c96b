import type { NextAuthConfig } from "next-auth";
import type { AppContext } from "@/lib/context";
import { createAuthLogger } from "./create-auth-logger";
import { createLinkedProviders } from "./create-linked-providers";
import { createProviders } from "./create-providers";
import { finishProviderFlow } from "./finish-provider-flow";
import type { ProviderSettings } from "./list-sign-in-providers";
import { newSessionToken } from "./new-session-token";
import { absoluteLimitMs, cookieOptions, provesTwice, sessionCookieName } from "./policy";
import { flowCookies } from "./flow-cookies";
import { createSessionAdapter } from "./session-adapter";
import { startSession } from "./start-session";
import type { RequestOrigin } from "./types";

type AuthContext = Pick<AppContext, "db" | "systemClock" | "log" | "appUrl" | "secretBox">;

interface AuthSettings {
  ctx: AuthContext;
  secret: string;
  providers: ProviderSettings;
  readOrigin: () => Promise<RequestOrigin>;
  /** Gives the browser that is answered the cookie by which it is known again. */
  rememberDevice: (token: string) => Promise<void>;
}

/**
 * NextAuth with one kind of session for every kind of sign-in: a row in `sessions`.
 * The strategy is left to follow from the adapter: naming it makes the library refuse passwords as the only
 * provider. For a password the library encodes a token instead of creating a session, so encoding creates it: with
 * the name of the provider, which says whether its proof is enough for somebody who signs in in two steps.
 */
export function createAuthConfig({
  ctx,
  secret,
  providers,
  readOrigin,
  rememberDevice,
}: AuthSettings): NextAuthConfig {
  const browser = { readOrigin, rememberDevice };
  const adapter = createSessionAdapter(ctx, browser);
  const secure = ctx.appUrl.startsWith("https:");
  return {
    adapter,
    secret,
    trustHost: true,
    basePath: "/api/auth",
    useSecureCookies: secure,
    session: { maxAge: absoluteLimitMs / 1000, generateSessionToken: newSessionToken },
    cookies: {
      ...flowCookies(ctx.appUrl),
      sessionToken: {
        name: sessionCookieName(ctx.appUrl),
        options: cookieOptions(ctx.appUrl),
      },
    },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    providers: [...createProviders(ctx, readOrigin), ...createLinkedProviders(providers)],
    jwt: {
      async encode({ token }) {
        if (!token?.sub) throw new Error("A password sign-in without a user id.");
        const provenTwice = provesTwice(token.provider);
        const opened = await startSession(ctx, browser, {
          token: newSessionToken(),
          userId: token.sub,
          provenTwice,
          ...(typeof token.passwordStamp === "string" ? { passwordStamp: token.passwordStamp } : {}),
        });
        return opened.token;
      },
    },
    callbacks: {
      signIn: ({ account, profile }) =>
        account?.type === "credentials" ||
        finishProviderFlow(ctx, { provider: account?.provider, profile }, browser),
      redirect: ({ url }) => (url.startsWith(`${ctx.appUrl}/`) ? url : `${ctx.appUrl}/dashboard`),
      jwt: ({ token, account, user }) => ({ ...token, provider: account?.provider, ...stampOf(user) }),
      // Our pages read the row; who asks the library learns only that there is one.
      session: ({ session }) => ({ expires: session.expires }),
    },
    logger: createAuthLogger(ctx.log),
  };
}

/** What the provider said of the password that it looked at. */
function stampOf(user: object | undefined): { passwordStamp?: unknown } {
  return user && "passwordStamp" in user ? { passwordStamp: user.passwordStamp } : {};
}
