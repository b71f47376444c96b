import type { NextAuthConfig } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import type { AppContext } from "@/lib/context";
import { DomainError } from "@/lib/shared/errors";
import { redeemSignInLink, verifySignIn, type VerifiedSignIn } from "@/lib/users";
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

/** The ways in: a password, or the secret of a mailed link. */
export function createProviders(
  ctx: Pick<AppContext, "db" | "systemClock">,
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
  ];
}
