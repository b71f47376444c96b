import { AuthError, CredentialsSignin, type NextAuthConfig } from "next-auth";
import type { Logger } from "@/lib/ports/logger";

/** What anybody brings about with a made-up address, or by saying no to a provider. */
const fromOutside: readonly string[] = ["InvalidCheck", "OAuthCallbackError"];

/** Puts what NextAuth has to say into our log. Refused passwords are no news there. */
export function createAuthLogger(log: Logger): NextAuthConfig["logger"] {
  return {
    error: (error) => {
      if (error instanceof CredentialsSignin) return;
      const type = error instanceof AuthError ? error.type : error.name;
      if (fromOutside.includes(type)) log.warn({ type }, "sign-in by a provider refused");
      else log.error({ err: error }, "sign-in machinery failed");
    },
    warn: (code) => log.warn({ code }, "sign-in machinery warned"),
    debug: () => undefined,
  };
}
