import { createHash, randomBytes } from "node:crypto";
import type { PasskeysContext } from "./context";
import { deleteChallenge, deleteExpired, insertChallenge } from "./challenge-repository";
import { ChallengeOver } from "./errors";
import { challengeLifetimeMs } from "./policy";
import type { PasskeyPurpose } from "./types";

interface Asking {
  purpose: PasskeyPurpose;
  /** Who is signed in; null for signing in. */
  userId: string | null;
  /** Of a cookie of the browser that asks. */
  browserToken: string;
}

const hash = (text: string) => createHash("sha256").update(text).digest("hex");

/** Makes something to sign, once, within five minutes, in this browser and for this purpose. */
export async function makeChallenge(
  { db, systemClock }: Pick<PasskeysContext, "db" | "systemClock">,
  { purpose, userId, browserToken }: Asking,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(randomBytes(32));
  const now = systemClock.now();
  await deleteExpired(db, now);
  await insertChallenge(db, {
    challengeHash: hash(Buffer.from(bytes).toString("base64url")),
    browserHash: hash(browserToken),
    purpose,
    userId,
    expiresAt: new Date(now.getTime() + challengeLifetimeMs),
  });
  return bytes;
}

/**
 * Uses up what was to be signed, before the signature is looked at: whatever comes of that, it cannot be tried again.
 * @throws ChallengeOver
 */
export async function takeChallenge(
  { db, systemClock }: Pick<PasskeysContext, "db" | "systemClock">,
  challenge: string,
  { purpose, userId, browserToken }: Omit<Asking, "browserToken"> & { browserToken: string | null },
): Promise<void> {
  const taken =
    browserToken !== null &&
    (await deleteChallenge(db, {
      challengeHash: hash(challenge),
      browserHash: hash(browserToken),
      purpose,
      userId,
      expiresAt: systemClock.now(),
    }));
  if (!taken) throw new ChallengeOver();
}
