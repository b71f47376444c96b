import { hkdfSync } from "node:crypto";

/**
 * A key of 256 bits for one purpose out of the installation's secret (HKDF, RFC 5869): what is signed for one purpose
 * means nothing for another, and no such key tells the secret.
 */
export function deriveKey(secret: string, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secret, "", `quickscale:${purpose}`, 32));
}
