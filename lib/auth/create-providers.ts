import type { NextAuthConfig } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import type { AppContext } from "@/lib/context";
import { verifyPasskeySignIn } from "@/lib/passkeys";
import { DomainError } from "@/lib/shared/errors";
import { finishSecondStep, SecondStepRequired, type FirstFactor } from "@/lib/two-factor";
import { redeemSignInLink, verifySignIn, type VerifiedSignIn } from "@/lib/users";
import { findPasskeyBrowser } from "./passkey-browser";
import { beginSecondStep } from "./begin-second-step";
import { secondStepCookie } from "./second-step-cookie";
import { SignInRefused } from "./sign-in-refused";
import type { RequestOrigin } from "./types";

/** Every door to the product, the library's own HTTP endpoint included, counts and verifies the same way. */
async function orRefused(ip: string | null, verify: () => Promise<VerifiedSignIn>): Promise<VerifiedSignIn> {
  try {
    return await verify();
  } catch (error) {
    if (error instanceof DomainError) throw new SignInRefused(error, ip);
    throw error;
  }
}

type SignInContext = Pick<AppContext, "db" | "systemClock" | "secretBox" | "log" | "appUrl">;

interface FirstStep {
  user: VerifiedSignIn;
  firstFactor: FirstFactor;
  next: unknown;
}

async function orSecondStep(ctx: SignInContext, step: FirstStep): Promise<VerifiedSignIn> {
  const { user, firstFactor, next } = step;
  const { id: userId, passwordStamp } = user;
  if (await beginSecondStep(ctx, { userId, firstFactor, next, passwordStamp }))
    throw new SecondStepRequired();
  return user;
}

/** The ways in: a password, the secret of a mailed link, a passkey, and the second step of who signs in in two. */
export function createProviders(
  ctx: SignInContext,
  readOrigin: () => Promise<RequestOrigin>,
): NextAuthConfig["providers"] {
  return [
    Credentials({
      credentials: { email: {}, password: {}, next: {} },
      authorize: async ({ email, password, next }) => {
        const { ip } = await readOrigin();
        return orRefused(ip, async () => {
          const user = await verifySignIn(ctx, { email, password, ip });
          return orSecondStep(ctx, { user, firstFactor: "password", next });
        });
      },
    }),
    Credentials({
      id: "link",
      credentials: { token: {}, next: {} },
      authorize: async ({ token, next }) => {
        const origin = await readOrigin();
        return orRefused(origin.ip, async () => {
          const user = await redeemSignInLink(ctx, { token, origin });
          return orSecondStep(ctx, { user, firstFactor: "link", next });
        });
      },
    }),
    Credentials({
      id: "second-factor",
      credentials: { code: {} },
      authorize: async ({ code }) => {
        const [origin, token] = await Promise.all([readOrigin(), secondStepCookie.read()]);
        return orRefused(origin.ip, async () => {
          const user = await finishSecondStep(ctx, { token, code, origin });
          await secondStepCookie.clear();
          return user;
        });
      },
    }),
    Credentials({
      id: "passkey",
      credentials: { response: {} },
      authorize: async ({ response }) => {
        const [origin, browserToken] = await Promise.all([readOrigin(), findPasskeyBrowser()]);
        return orRefused(origin.ip, () => verifyPasskeySignIn(ctx, { response, browserToken, origin }));
      },
    }),
  ];
}
