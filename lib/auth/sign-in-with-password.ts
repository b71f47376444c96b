import { AuthError } from "next-auth";
import { DomainError } from "@/lib/shared/errors";
import { signIn } from "./next-auth";
import { SignInRefused } from "./sign-in-refused";

/**
 * Verifies the password, starts a new session and sets its cookie; the browser's earlier session ends.
 * @throws InvalidCredentials | TooManyAttempts | AccountSuspended, or `auth.unavailable` when it could not be tried
 */
export async function signInWithPassword(input: { email: string; password: string }): Promise<void> {
  try {
    await signIn("credentials", { ...input, redirect: false });
  } catch (error) {
    if (error instanceof SignInRefused) throw error.reason;
    if (error instanceof AuthError)
      throw new DomainError("auth.unavailable", "unavailable", { cause: error });
    throw error;
  }
}
