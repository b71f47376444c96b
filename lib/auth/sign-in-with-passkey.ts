import { trySignIn } from "./try-sign-in";

/**
 * Verifies what a device signed, starts a new session and sets its cookie; the browser's earlier session ends. No
 * second step follows: the device looked at who holds it.
 * @param response the browser's answer as JSON text
 * @throws what `verifyPasskeySignIn` refuses it with, or `auth.unavailable` when it could not be tried
 */
export async function signInWithPasskey(response: string): Promise<void> {
  await trySignIn("passkey", { response });
}
