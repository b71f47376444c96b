import { consumeRateLimit, placeOf, returnAttempt, type RateLimit } from "@/lib/rate-limits";
import type { VerifiedSignIn } from "@/lib/users";
import type { Answer, PasskeysContext } from "./context";
import { acceptAssertion } from "./accept-assertion";

/** Nobody guesses a signature; this keeps trying from being cheap. */
const triesFromPlace: RateLimit = { name: "passkey-ip", points: 60, windowSeconds: 3600 };

/**
 * Verifies who signs in with a passkey. The device has looked at who holds it, so that it counts as both factors.
 * Every try is counted before it is looked at; one that succeeds is given back.
 * @throws TooManyAttempts | ChallengeOver | PasskeyUnknown | PasskeyRefused | PasskeyCopied | AccountSuspended
 */
export async function verifyPasskeySignIn(ctx: PasskeysContext, answer: Answer): Promise<VerifiedSignIn> {
  const { ip } = answer.origin;
  if (ip) await consumeRateLimit(ctx.db, triesFromPlace, [placeOf(ip)]);
  const { userId: id, user } = await acceptAssertion(ctx, answer, { purpose: "sign_in", userId: null });
  if (ip) await returnAttempt(ctx.db, triesFromPlace, [placeOf(ip)]);
  const { email, name, role } = user;
  return { id, email, name, role };
}
