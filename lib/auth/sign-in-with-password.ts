import { trySignIn } from "./try-sign-in";

/**
 * Verifies the password, starts a new session and sets its cookie; the browser's earlier session ends.
 * `next` is where the second step leads to, for who signs in in two.
 * @throws InvalidCredentials | TooManyAttempts | AccountSuspended | SecondStepRequired, or `auth.unavailable` when it
 * could not be tried
 */
export async function signInWithPassword(input: {
  email: string;
  password: string;
  next?: string;
}): Promise<void> {
  await trySignIn("credentials", input);
}
