import { AuthError, CredentialsSignin, type NextAuthConfig } from "next-auth";
import type { Logger } from "@/lib/ports/logger";
import { logOnce } from "@/lib/shared/log-refusal";
import { SecondStepRequired } from "@/lib/two-factor";
import { SignInRefused } from "./sign-in-refused";

/** What anybody brings about with a made-up address, or by saying no to a provider. */
const fromOutside: readonly string[] = ["InvalidCheck", "OAuthCallbackError"];

function logSignIn(log: Logger, error: CredentialsSignin): void {
  if (!(error instanceof SignInRefused) || error.reason instanceof SecondStepRequired) return;
  logOnce(log, error.reason, { action: "sign-in", ip: error.ip });
}

/** Puts what NextAuth has to say into our log: also of sign-ins that did not come from our own form. */
export function createAuthLogger(log: Logger): NextAuthConfig["logger"] {
  return {
    error: (error) => {
      if (error instanceof CredentialsSignin) {
        logSignIn(log, error);
        return;
      }
      const type = error instanceof AuthError ? error.type : error.name;
      if (fromOutside.includes(type)) log.warn({ type }, "sign-in by a provider refused");
      else log.error({ err: error }, "sign-in machinery failed");
    },
    warn: (code) => log.warn({ code }, "sign-in machinery warned"),
    debug: () => undefined,
  };
}
