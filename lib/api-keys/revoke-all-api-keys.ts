import type { Db } from "@/lib/db";
import { markRevoked } from "./repository";

/** Ends every key of a person in the caller's transaction, as a part of closing their account. Idempotent. */
export async function revokeAllApiKeys(
  tx: Db,
  { userId, now }: { userId: string; now: Date },
): Promise<{ revoked: number }> {
  return { revoked: (await markRevoked(tx, { userId, now })).length };
}
