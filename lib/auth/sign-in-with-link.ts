import { trySignIn } from "./try-sign-in";

/**
 * Uses a mailed link up, starts a new session and sets its cookie; the browser's earlier session ends.
 * `next` is where the second step leads to, for who signs in in two.
 * @throws LinkInvalid | AccountSuspended | SecondStepRequired, or `auth.unavailable` when it could not be tried
 */
export async function signInWithLink(token: string, next = "/dashboard"): Promise<void> {
  await trySignIn("link", { token, next });
}
