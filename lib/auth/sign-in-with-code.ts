import { SecondStepOver } from "@/lib/two-factor";
import { findSecondStep } from "./find-second-step";
import { trySignIn } from "./try-sign-in";

/**
 * Ends the second step of a sign-in: verifies a code of the authenticator or a recovery code, starts a new session and
 * sets its cookie.
 * @returns where the person wanted to go when they began
 * @throws SecondStepOver | CodeWrong | CodeUsed | TooManyAttempts | SecretUnreadable, or `auth.unavailable` when it could
 * not be tried
 */
export async function signInWithCode(code: string): Promise<string> {
  const pending = await findSecondStep();
  if (!pending) throw new SecondStepOver();
  await trySignIn("second-factor", { code });
  return pending.next;
}
