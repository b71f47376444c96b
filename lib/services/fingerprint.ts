import { createHash } from "node:crypto";
import type { RawInput } from "./define-service";

/**
 * Tells whether a repeated run key came with the same input, without keeping the input. Salted with the key, so
 * that equal inputs of different runs cannot be found by it.
 */
export function toFingerprint(key: string, slug: string, input: RawInput): string {
  const hash = createHash("sha256").update(JSON.stringify([key, slug]));
  for (const name of Object.keys(input).sort()) {
    const value = input[name];
    if (typeof value === "string") hash.update(JSON.stringify([name, value]));
    else if (value)
      hash.update(JSON.stringify([name, value.name, value.bytes.byteLength])).update(value.bytes);
  }
  return hash.digest("hex");
}

/** What the caller sent, in bytes. */
export function toInputBytes(input: RawInput): number {
  return Object.values(input).reduce(
    (sum, value) => sum + (typeof value === "string" ? Buffer.byteLength(value) : value.bytes.byteLength),
    0,
  );
}
