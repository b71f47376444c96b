import { authenticateApiKey } from "@/lib/api-keys";
import type { ApiCaller, ApiScope } from "@/lib/api-keys/types";
import { findStripeMode } from "@/lib/env";
import type { ApiContext } from "./api-context";
import { keyInvalid, keyMissing, scopeMissing } from "./errors";

const bearer = /^Bearer +(\S+) *$/i;

/**
 * Whom a request acts for, by its bearer key alone: cookies count for nothing here.
 * @throws ApiRefusal
 */
export async function authenticate(ctx: ApiContext, headers: Headers): Promise<ApiCaller> {
  const header = headers.get("authorization");
  if (!header) throw keyMissing();
  const secret = bearer.exec(header)?.[1] ?? "";
  const caller = await authenticateApiKey(ctx, { secret, mode: findStripeMode() });
  if (!caller) throw keyInvalid();
  return caller;
}

/** @throws ApiRefusal */
export function requireScope({ scopes }: Pick<ApiCaller, "scopes">, scope: ApiScope): void {
  if (!scopes.includes(scope)) throw scopeMissing(scope);
}
