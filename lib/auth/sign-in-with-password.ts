import { trySignIn } from "./try-sign-in";

/**
 * Verifies the password, starts a new session and sets its cookie; the browser's earlier session ends.
 * @throws InvalidCredentials | TooManyAttempts | AccountSuspended, or `auth.unavailable` when it could not be tried
 */
export async function signInWithPassword(input: { email: string; password: string }): Promise<void> {
  await trySignIn("credentials", input);
}
