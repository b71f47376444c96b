import { AccountSuspended } from "@/lib/users";
import { recordSecurityEvent } from "@/lib/security-log";
import { takeChallenge } from "./challenges";
import type { Answer, PasskeysContext } from "./context";
import { PasskeyCopied, PasskeyOfAnother, PasskeyRefused, PasskeyUnknown } from "./errors";
import { findByCredential } from "./queries";
import { readAssertion, readChallenge, type SentAssertion } from "./read-answer";
import { noteUse } from "./repository";
import type { PasskeyPurpose } from "./types";
import { verifyAssertion } from "./verify-answer";

interface Asked {
  purpose: Exclude<PasskeyPurpose, "register">;
  /** Whose passkey it must be; null where it tells who is there. */
  userId: string | null;
}

type Found = NonNullable<Awaited<ReturnType<typeof findByCredential>>>;

/** Whose word it is must be told by the device itself where nothing else tells it. */
function requireHandle({ user }: Found, { response }: SentAssertion, isRequired: boolean): void {
  const told = response.userHandle ?? null;
  if (told === null && !isRequired) return;
  if (told !== user.passkeyHandle?.handle) throw new PasskeyRefused();
}

/**
 * Verifies an answer to what was asked, and notes the use with its line in the security log. Nothing is noted of an
 * answer that is refused, and what was asked cannot be answered again.
 * @throws ChallengeOver | PasskeyUnknown | PasskeyOfAnother | PasskeyRefused | PasskeyCopied | AccountSuspended
 */
export async function acceptAssertion(
  ctx: PasskeysContext,
  { response, browserToken, origin }: Answer,
  { purpose, userId }: Asked,
): Promise<Found> {
  const { db, systemClock, log } = ctx;
  const sent = readAssertion(response);
  const challenge = readChallenge(sent.response.clientDataJSON);
  await takeChallenge(ctx, challenge, { purpose, userId, browserToken });
  const passkey = await findByCredential(db, sent.id);
  if (!passkey) throw new PasskeyUnknown();
  const { newCounter, credentialBackedUp, credentialDeviceType } = await verifyAssertion(ctx, sent, {
    challenge,
    publicKey: passkey.publicKey,
  });
  if (userId !== null && passkey.userId !== userId) throw new PasskeyOfAnother();
  requireHandle(passkey, sent, userId === null);
  if (credentialDeviceType !== passkey.deviceType) throw new PasskeyRefused();
  if (passkey.user.suspendedAt) throw new AccountSuspended();
  const use = { id: passkey.id, counter: BigInt(newCounter), backedUp: credentialBackedUp };
  const outcome = await db.transaction(async (tx) => {
    const now = systemClock.now();
    const noted = await noteUse(tx, { ...use, now });
    if (noted !== "noted") return noted;
    const event = { userId: passkey.userId, kind: "passkey_used", detail: passkey.name } as const;
    await recordSecurityEvent(tx, { ...event, origin, now });
    return noted;
  });
  if (outcome === "gone") throw new PasskeyUnknown();
  if (outcome === "not next") {
    log.warn(
      { passkeyId: passkey.id, userId: passkey.userId, counter: newCounter },
      "a passkey may be copied",
    );
    throw new PasskeyCopied();
  }
  return passkey;
}
