import type { ApiKeysContext } from "./context";
import { hashSecret } from "./hash-secret";
import { isSecret, touchIntervalMs } from "./policy";
import { findCaller } from "./repository";
import type { ApiCaller, ApiKeyMode } from "./types";

/**
 * Whom a secret speaks for; null for one that is unknown, of the other mode, revoked, expired, replaced, or whose
 * owner is suspended or not verified. One round trip; notes the use at most once a minute.
 */
export async function authenticateApiKey(
  { db, systemClock }: Pick<ApiKeysContext, "db" | "systemClock">,
  { secret, mode }: { secret: string; mode: ApiKeyMode },
): Promise<ApiCaller | null> {
  if (!isSecret(mode, secret)) return null;
  const now = systemClock.now();
  const touchBefore = new Date(now.getTime() - touchIntervalMs);
  return findCaller(db, { secretHash: hashSecret(secret), now, touchBefore });
}
