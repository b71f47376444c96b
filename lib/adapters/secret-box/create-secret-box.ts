import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import type { SecretBox } from "@/lib/ports/secret-box";

const cipher = "aes-256-gcm";
const ivBytes = 12;
const tagBytes = 16;

interface Key {
  id: string;
  bytes: Buffer;
}

const derive = (secret: string, info: string, length: number) =>
  Buffer.from(hkdfSync("sha256", secret, "quickscale", info, length));

function toKey(secret: string): Key {
  return {
    id: derive(secret, "secret-box key id v1", 6).toString("hex"),
    bytes: derive(secret, "secret-box v1", 32),
  };
}

function decrypt(key: Key, sealed: string, purpose: string): string | null {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length < ivBytes + tagBytes) return null;
  const iv = bytes.subarray(0, ivBytes);
  const decipher = createDecipheriv(cipher, key.bytes, iv, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(purpose));
  decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  try {
    return decipher.update(bytes.subarray(ivBytes + tagBytes), undefined, "utf8") + decipher.final("utf8");
  } catch {
    return null;
  }
}

/**
 * AES-256-GCM with keys that HKDF derives from secrets of the installation. The first secret seals; the others, from
 * before a change, still open what they sealed.
 */
export function createSecretBox(secrets: readonly [string, ...string[]]): SecretBox {
  const keys = secrets.map(toKey);
  const current = toKey(secrets[0]);
  return {
    seal(text, purpose) {
      const iv = randomBytes(ivBytes);
      const encipher = createCipheriv(cipher, current.bytes, iv, { authTagLength: tagBytes });
      encipher.setAAD(Buffer.from(purpose));
      const body = Buffer.concat([encipher.update(text, "utf8"), encipher.final()]);
      return {
        keyId: current.id,
        sealed: Buffer.concat([iv, encipher.getAuthTag(), body]).toString("base64url"),
      };
    },
    open({ keyId, sealed }, purpose) {
      const key = keys.find(({ id }) => id === keyId);
      return key ? decrypt(key, sealed, purpose) : null;
    },
  };
}
