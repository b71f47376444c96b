import { z } from "zod";
import { PasskeyRefused } from "./errors";

/** Several times what the largest keys and signatures need. */
const maxAnswerLength = 20_000;

const base64url = z
  .string()
  .max(maxAnswerLength)
  .regex(/^[\w-]+$/);
const credential = {
  /** At most 1,023 bytes. https://www.w3.org/TR/webauthn-3/#credential-id */
  id: z
    .string()
    .max(1364)
    .regex(/^[\w-]+$/),
  rawId: z.string().max(1364),
  type: z.literal("public-key"),
};

const assertion = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.nullish(),
  }),
});

const attestation = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    // Ways that are unknown help nobody to find the key again. https://www.w3.org/TR/webauthn-3/#enum-transport
    transports: z
      .array(z.enum(["usb", "nfc", "ble", "smart-card", "hybrid", "internal"]).nullable().catch(null))
      .max(10)
      .catch([])
      .transform((ways) => ways.filter((way) => way !== null)),
  }),
});

const clientData = z.object({ challenge: z.string().min(1).max(200) });

export type SentAssertion = z.infer<typeof assertion>;
export type SentAttestation = z.infer<typeof attestation>;

function readJson<T>(schema: z.ZodType<T>, sent: unknown): T {
  try {
    return schema.parse(JSON.parse(z.string().max(maxAnswerLength).parse(sent)));
  } catch (error) {
    throw new PasskeyRefused(error);
  }
}

/** @throws PasskeyRefused */
export function readAssertion(sent: unknown): SentAssertion {
  return readJson(assertion, sent);
}

/** @throws PasskeyRefused */
export function readAttestation(sent: unknown): SentAttestation {
  return readJson(attestation, sent);
}

/**
 * What the answer says it signed.
 * @throws PasskeyRefused
 */
export function readChallenge(clientDataJSON: string): string {
  return readJson(clientData, Buffer.from(clientDataJSON, "base64url").toString()).challenge;
}
