import { createHash } from "node:crypto";

/**
 * Addresses and IPs are stored as hashes only: the table of limits is no list of who tried to sign in. Each part
 * is hashed on its own, so that everything about one address can be found by it.
 */
export function subjectKey(parts: readonly string[]): string {
  return parts.map((part) => createHash("sha256").update(part).digest("base64url").slice(0, 22)).join(":");
}
