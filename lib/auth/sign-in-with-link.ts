import { trySignIn } from "./try-sign-in";

/**
 * Uses a mailed link up, starts a new session and sets its cookie; the browser's earlier session ends.
 * @throws LinkInvalid | AccountSuspended, or `auth.unavailable` when it could not be tried
 */
export async function signInWithLink(token: string): Promise<void> {
  await trySignIn("link", { token });
}
