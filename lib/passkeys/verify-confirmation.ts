import type { Answer, PasskeysContext } from "./context";
import { acceptAssertion } from "./accept-assertion";

/**
 * Verifies with one of their passkeys that a signed-in person is who they say; the caller renews the session.
 * @throws ChallengeOver | PasskeyUnknown | PasskeyOfAnother | PasskeyRefused | PasskeyCopied | AccountSuspended
 */
export async function verifyConfirmation(
  ctx: PasskeysContext,
  answer: Answer,
  { userId }: { userId: string },
): Promise<void> {
  await acceptAssertion(ctx, answer, { purpose: "confirm", userId });
}
