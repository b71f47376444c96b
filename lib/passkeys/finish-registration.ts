import { recordSecurityEvent } from "@/lib/security-log";
import { takeChallenge } from "./challenges";
import type { Answer, PasskeysContext } from "./context";
import { PasskeyTaken, TooManyPasskeys } from "./errors";
import { countPasskeys } from "./queries";
import { readAttestation, readChallenge } from "./read-answer";
import { insertPasskey, lockOwner } from "./repository";
import { tellOwner } from "./tell-owner";
import { maxPasskeys } from "./types";
import { verifyAttestation } from "./verify-answer";

/**
 * Keeps the passkey that a device made, with its line in the security log and a mail to its owner: all of it or
 * nothing.
 * @throws ChallengeOver | PasskeyRefused | PasskeyTaken | TooManyPasskeys
 */
export async function finishRegistration(
  ctx: PasskeysContext,
  { response, browserToken, origin }: Answer,
  { userId, name }: { userId: string; name: string },
): Promise<void> {
  const { db, systemClock } = ctx;
  const sent = readAttestation(response);
  const challenge = readChallenge(sent.response.clientDataJSON);
  await takeChallenge(ctx, challenge, { purpose: "register", userId, browserToken });
  const { credential, credentialDeviceType, credentialBackedUp } = await verifyAttestation(
    ctx,
    sent,
    challenge,
  );
  const now = systemClock.now();
  await db.transaction(async (tx) => {
    await lockOwner(tx, userId);
    if ((await countPasskeys(tx, userId)) >= maxPasskeys) throw new TooManyPasskeys();
    const isNew = await insertPasskey(tx, {
      ...{ userId, name, createdAt: now },
      credentialId: credential.id,
      publicKey: credential.publicKey,
      counter: BigInt(credential.counter),
      transports: sent.response.transports,
      deviceType: credentialDeviceType,
      backedUp: credentialBackedUp,
    });
    if (!isNew) throw new PasskeyTaken();
    await recordSecurityEvent(tx, { userId, kind: "passkey_added", origin, detail: name, now });
    await tellOwner(tx, ctx, { template: "passkey-added", userId, name, now });
  });
}
