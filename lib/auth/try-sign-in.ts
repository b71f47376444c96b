import { AuthError } from "next-auth";
import { DomainError } from "@/lib/shared/errors";
import { signIn } from "./next-auth";
import { SignInRefused } from "./sign-in-refused";

/**
 * Signs in through one of NextAuth's providers, without going anywhere.
 * @throws what the provider's use case refused it with, or `auth.unavailable` when it could not be tried
 */
export async function trySignIn(
  provider: "credentials" | "link" | "passkey" | "second-factor",
  fields: Record<string, string>,
): Promise<void> {
  try {
    await signIn(provider, { ...fields, redirect: false });
  } catch (error) {
    if (error instanceof SignInRefused) throw error.reason;
    if (error instanceof AuthError)
      throw new DomainError("auth.unavailable", "unavailable", { cause: error });
    throw error;
  }
}
