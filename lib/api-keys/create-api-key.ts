import { randomBytes } from "node:crypto";
import { recordSecurityEvent } from "@/lib/security-log";
import type { ApiKeysContext, Asked } from "./context";
import { TooManyApiKeys } from "./errors";
import { hashSecret } from "./hash-secret";
import { keyPrefix, ownerOf, toSecret } from "./policy";
import { countKeys, insertKey, lockOwner } from "./repository";
import type { CreateApiKeyInput } from "./schema";
import { maxApiKeys, type ApiKeyMode, type IssuedApiKey } from "./types";

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Makes a key for who acts. The answer is the only time its secret is told. Not idempotent.
 * @throws ApiKeyOwnerRequired, TooManyApiKeys
 */
export async function createApiKey(
  { db, actor, systemClock }: ApiKeysContext,
  input: CreateApiKeyInput,
  { mode, origin }: Asked & { mode: ApiKeyMode },
): Promise<IssuedApiKey> {
  const userId = ownerOf(actor);
  const { name, scopes, expiresInDays } = input;
  const secret = toSecret(mode, randomBytes(32));
  const now = systemClock.now();
  const id = await db.transaction(async (tx) => {
    await lockOwner(tx, userId);
    if ((await countKeys(tx, userId)) >= maxApiKeys) throw new TooManyApiKeys();
    await recordSecurityEvent(tx, { userId, kind: "api_key_created", origin, detail: name, now });
    return insertKey(tx, {
      ...{ userId, name, scopes, createdAt: now },
      prefix: keyPrefix(mode),
      lastFour: secret.slice(-4),
      secretHash: hashSecret(secret),
      expiresAt: expiresInDays === null ? null : new Date(now.getTime() + expiresInDays * dayMs),
    });
  });
  return { id, name, secret };
}
