import type { ApiKeysContext } from "./context";
import { ownerOf } from "./policy";
import { readKeys } from "./queries";
import { apiScopes, type ApiKeyView } from "./types";

/** One's own keys, newest first; expired ones among them until they are revoked. */
export async function listApiKeys({ db, actor, systemClock }: ApiKeysContext): Promise<ApiKeyView[]> {
  const now = systemClock.now();
  const keys = await readKeys(db, ownerOf(actor));
  return keys.map(({ scopes, previousUntil, ...key }) => ({
    ...key,
    scopes: apiScopes.filter((scope) => scopes.includes(scope)),
    expired: key.expiresAt !== null && key.expiresAt <= now,
    previousUntil: previousUntil && previousUntil > now ? previousUntil : null,
  }));
}
