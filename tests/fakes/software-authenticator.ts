import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from "node:crypto";
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { isoCBOR } from "@simplewebauthn/server/helpers";

/** What a device, or somebody in its place, may do differently. */
export interface Tweaks {
  origin?: string;
  rpId?: string;
  type?: string;
  challenge?: string;
  userVerified?: boolean;
  counter?: number;
  synced?: boolean;
  userHandle?: string | null;
  tampered?: boolean;
  /** The credential to answer with; otherwise the latest. */
  credentialId?: string;
  /** Says who made the device. */
  certified?: boolean;
}

interface Credential {
  id: string;
  privateKey: KeyObject;
  userHandle: string;
  counter: number;
}

const sha256 = (data: Uint8Array | string) => createHash("sha256").update(data).digest();
const base64url = (data: Uint8Array) => Buffer.from(data).toString("base64url");
const uint = (value: number, bytes: number) => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntBE(value, 0, bytes);
  return buffer;
};

function flagsOf({ userVerified = true, synced = false }: Tweaks, extra = 0): number {
  return 0x01 | (userVerified ? 0x04 : 0) | (synced ? 0x18 : 0) | extra;
}

/**
 * A device with passkeys on ES256, as the standard has them sign: https://www.w3.org/TR/webauthn-3/. It answers as
 * browsers do, in JSON text.
 */
export function softwareAuthenticator(site: { origin: string; rpId: string }) {
  const credentials: Credential[] = [];

  function clientData(type: string, challenge: string, tweaks: Tweaks): Buffer {
    const told = { type: tweaks.type ?? type, challenge: tweaks.challenge ?? challenge };
    return Buffer.from(JSON.stringify({ ...told, origin: tweaks.origin ?? site.origin, crossOrigin: false }));
  }

  function create(options: PublicKeyCredentialCreationOptionsJSON, tweaks: Tweaks = {}): string {
    const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const { x = "", y = "" } = publicKey.export({ format: "jwk" });
    const coordinate = (text: string) => new Uint8Array(Buffer.from(text, "base64url"));
    const key = new Map<number, number | Uint8Array>([
      ...([
        [1, 2],
        [3, -7],
        [-1, 1],
      ] as const),
      ...([
        [-2, coordinate(x)],
        [-3, coordinate(y)],
      ] as const),
    ]);
    const id = tweaks.credentialId ?? base64url(randomBytes(32));
    const rawId = Buffer.from(id, "base64url");
    credentials.push({ id, privateKey, userHandle: options.user.id, counter: tweaks.counter ?? 0 });
    const authData = Buffer.concat([
      ...[
        sha256(tweaks.rpId ?? site.rpId),
        Buffer.from([flagsOf(tweaks, 0x40)]),
        uint(tweaks.counter ?? 0, 4),
      ],
      ...[Buffer.alloc(16), uint(rawId.length, 2), rawId, isoCBOR.encode(key)],
    ]);
    const statement = new Map<string, Uint8Array[]>(tweaks.certified ? [["x5c", [new Uint8Array(8)]]] : []);
    const attestation = new Map<string, string | Uint8Array | typeof statement>([
      ["fmt", tweaks.certified ? "packed" : "none"],
      ["attStmt", statement],
      ["authData", new Uint8Array(authData)],
    ]);
    return JSON.stringify({
      ...{ id, rawId: id, type: "public-key", clientExtensionResults: {} },
      response: {
        clientDataJSON: base64url(clientData("webauthn.create", options.challenge, tweaks)),
        attestationObject: base64url(isoCBOR.encode(attestation)),
        transports: ["internal"],
      },
    });
  }

  function get(options: PublicKeyCredentialRequestOptionsJSON, tweaks: Tweaks = {}): string {
    const credential = credentials.find(({ id }) => id === tweaks.credentialId) ?? credentials.at(-1);
    if (!credential) throw new Error("This device has no passkey.");
    const counter = uint(tweaks.counter ?? credential.counter, 4);
    const authData = Buffer.concat([
      sha256(tweaks.rpId ?? site.rpId),
      Buffer.from([flagsOf(tweaks)]),
      counter,
    ]);
    const data = clientData("webauthn.get", options.challenge, tweaks);
    const signature = sign("sha256", Buffer.concat([authData, sha256(data)]), credential.privateKey);
    const told = tweaks.tampered ? Buffer.concat([data.subarray(0, -1), Buffer.from(" }")]) : data;
    const userHandle = tweaks.userHandle === undefined ? credential.userHandle : tweaks.userHandle;
    return JSON.stringify({
      ...{ id: credential.id, rawId: credential.id, type: "public-key", clientExtensionResults: {} },
      response: {
        clientDataJSON: base64url(told),
        authenticatorData: base64url(authData),
        signature: base64url(signature),
        ...(userHandle === null ? {} : { userHandle }),
      },
    });
  }

  return { create, get };
}
