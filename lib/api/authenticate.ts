import { authenticateApiKey } from "@/lib/api-keys";
import type { ApiCaller, ApiScope } from "@/lib/api-keys/types";
import { findStripeMode } from "@/lib/env";
import { consumeRateLimit, type RateLimit, type TriesLeft } from "@/lib/rate-limits";
import type { ApiContext } from "./api-context";
import { keyInvalid, keyMissing, scopeMissing } from "./errors";

/** Of one key, over all operations and servers together. */
export const keyLimit: RateLimit = { name: "api-key", points: 600, windowSeconds: 60 };

const bearer = /^Bearer +(\S+) *$/i;

/**
 * Whom a request acts for, by its bearer key alone: cookies count for nothing here. Takes one try of the key's limit.
 * @throws ApiRefusal, TooManyAttempts
 */
export async function authenticate(
  ctx: ApiContext,
  headers: Headers,
): Promise<{ caller: ApiCaller; left: TriesLeft }> {
  const header = headers.get("authorization");
  if (!header) throw keyMissing();
  const secret = bearer.exec(header)?.[1] ?? "";
  const caller = await authenticateApiKey(ctx, { secret, mode: findStripeMode() });
  if (!caller) throw keyInvalid();
  return { caller, left: await consumeRateLimit(ctx.db, keyLimit, [caller.keyId]) };
}

/** @throws ApiRefusal */
export function requireScope({ scopes }: Pick<ApiCaller, "scopes">, scope: ApiScope): void {
  if (!scopes.includes(scope)) throw scopeMissing(scope);
}
