import { randomBytes } from "node:crypto";
import { recordSecurityEvent } from "@/lib/security-log";
import type { ApiKeysContext, Asked } from "./context";
import { ApiKeyExpired, ApiKeyNotFound } from "./errors";
import { hashSecret } from "./hash-secret";
import { keyPrefix, ownerOf, toSecret } from "./policy";
import { lockKey, replaceSecret } from "./repository";
import type { RotateApiKeyInput } from "./schema";
import type { ApiKeyMode, IssuedApiKey } from "./types";

const hourMs = 60 * 60 * 1000;

/**
 * Gives one's own key a new secret; name, scopes and end stay. The secret from before works for the chosen time
 * still, one from before that no longer. The answer is the only time the new secret is told.
 * @throws ApiKeyOwnerRequired, ApiKeyNotFound, ApiKeyExpired
 */
export async function rotateApiKey(
  { db, actor, systemClock }: ApiKeysContext,
  { keyId, graceHours }: RotateApiKeyInput,
  { mode, origin }: Asked & { mode: ApiKeyMode },
): Promise<IssuedApiKey> {
  const userId = ownerOf(actor);
  const secret = toSecret(mode, randomBytes(32));
  const now = systemClock.now();
  return db.transaction(async (tx) => {
    const key = await lockKey(tx, { userId, keyId });
    if (!key) throw new ApiKeyNotFound();
    if (key.expiresAt && key.expiresAt <= now) throw new ApiKeyExpired();
    await recordSecurityEvent(tx, { userId, kind: "api_key_rotated", origin, detail: key.name, now });
    await replaceSecret(tx, keyId, {
      prefix: keyPrefix(mode),
      lastFour: secret.slice(-4),
      secretHash: hashSecret(secret),
      previousHash: graceHours > 0 ? key.secretHash : null,
      previousUntil: graceHours > 0 ? new Date(now.getTime() + graceHours * hourMs) : null,
      rotatedAt: now,
    });
    return { id: keyId, name: key.name, secret };
  });
}
