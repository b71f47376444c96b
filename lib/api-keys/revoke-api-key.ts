import { recordSecurityEvent } from "@/lib/security-log";
import type { ApiKeysContext, Asked } from "./context";
import { ApiKeyNotFound } from "./errors";
import { ownerOf } from "./policy";
import { markRevoked } from "./repository";

/**
 * Ends one's own key at once and for good, with every secret it has.
 * @throws ApiKeyOwnerRequired, ApiKeyNotFound
 */
export async function revokeApiKey(
  { db, actor, systemClock }: ApiKeysContext,
  { keyId }: { keyId: string },
  { origin }: Asked,
): Promise<void> {
  const userId = ownerOf(actor);
  const now = systemClock.now();
  await db.transaction(async (tx) => {
    const [name] = await markRevoked(tx, { userId, keyId, now });
    if (name === undefined) throw new ApiKeyNotFound();
    await recordSecurityEvent(tx, { userId, kind: "api_key_revoked", origin, detail: name, now });
  });
}
