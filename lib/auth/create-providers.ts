import type { NextAuthConfig } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import type { AppContext } from "@/lib/context";
import { verifyPasskeySignIn } from "@/lib/passkeys";
import { DomainError } from "@/lib/shared/errors";
import { redeemSignInLink, verifySignIn, type VerifiedSignIn } from "@/lib/users";
import { findPasskeyBrowser } from "./passkey-browser";
import { SignInRefused } from "./sign-in-refused";
import type { RequestOrigin } from "./types";

/** Every door to the product, the library's own HTTP endpoint included, counts and verifies the same way. */
async function orRefused(verify: () => Promise<VerifiedSignIn>): Promise<VerifiedSignIn> {
  try {
    return await verify();
  } catch (error) {
    if (error instanceof DomainError) throw new SignInRefused(error);
    throw error;
  }
}

/** The ways in: a password, the secret of a mailed link, or a passkey. */
export function createProviders(
  ctx: Pick<AppContext, "db" | "systemClock" | "appUrl" | "log">,
  readOrigin: () => Promise<RequestOrigin>,
): NextAuthConfig["providers"] {
  return [
    Credentials({
      credentials: { email: {}, password: {} },
      authorize: async ({ email, password }) => {
        const { ip } = await readOrigin();
        return orRefused(() => verifySignIn(ctx, { email, password, ip }));
      },
    }),
    Credentials({
      id: "link",
      credentials: { token: {} },
      authorize: async ({ token }) => {
        const origin = await readOrigin();
        return orRefused(() => redeemSignInLink(ctx, { token, origin }));
      },
    }),
    Credentials({
      id: "passkey",
      credentials: { response: {} },
      authorize: async ({ response }) => {
        const [origin, browserToken] = await Promise.all([readOrigin(), findPasskeyBrowser()]);
        return orRefused(() => verifyPasskeySignIn(ctx, { response, browserToken, origin }));
      },
    }),
  ];
}
