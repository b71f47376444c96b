import {
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type VerifiedAuthenticationResponse,
  type VerifiedRegistrationResponse,
} from "@simplewebauthn/server";
import { decodeAttestationObject } from "@simplewebauthn/server/helpers";
import type { PasskeysContext } from "./context";
import { PasskeyRefused } from "./errors";
import { algorithms, isPlainAttestation, siteOf } from "./policy";
import type { SentAssertion, SentAttestation } from "./read-answer";

type Site = Pick<PasskeysContext, "appUrl" | "log">;
type NewCredential = NonNullable<VerifiedRegistrationResponse["registrationInfo"]>;
type UsedCredential = VerifiedAuthenticationResponse["authenticationInfo"];

/** The library throws plain errors; why a device's answer was refused is for us to know. */
async function orRefused<T>(log: Site["log"], verify: () => Promise<T>): Promise<T> {
  try {
    return await verify();
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 300) : "unknown";
    log.warn({ reason }, "an answer of a passkey was refused");
    throw new PasskeyRefused(error);
  }
}

/**
 * Verifies what a device says of a new passkey: that it signed this challenge, on this site, and looked at who holds it.
 * @throws PasskeyRefused
 */
export function verifyAttestation(
  { appUrl, log }: Site,
  { id, rawId, type, response }: SentAttestation,
  challenge: string,
): Promise<NewCredential> {
  const { rpId, origin } = siteOf(appUrl);
  return orRefused(log, async () => {
    const told = decodeAttestationObject(
      new Uint8Array(Buffer.from(response.attestationObject, "base64url")),
    );
    const hasCertificates = told.get("attStmt").get("x5c") !== undefined;
    if (!isPlainAttestation(told.get("fmt"), hasCertificates)) throw new Error("An attestation of a maker.");
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: { id, rawId, type, response, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    });
    if (!verified) throw new Error("The attestation does not verify.");
    return registrationInfo;
  });
}

/**
 * Verifies what a device signed with a passkey that we know. The count of uses is left to the caller: the library
 * looks at it before the signature, when nobody knows yet whose word it is.
 * @throws PasskeyRefused
 */
export function verifyAssertion(
  { appUrl, log }: Site,
  { id, rawId, type, response }: SentAssertion,
  { challenge, publicKey }: { challenge: string; publicKey: Uint8Array<ArrayBuffer> },
): Promise<UsedCredential> {
  const { rpId, origin } = siteOf(appUrl);
  const { clientDataJSON, authenticatorData, signature } = response;
  return orRefused(log, async () => {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        ...{ id, rawId, type, clientExtensionResults: {} },
        response: { clientDataJSON, authenticatorData, signature },
      },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
      credential: { id, publicKey, counter: 0 },
    });
    if (!verified) throw new Error("The signature does not verify.");
    return authenticationInfo;
  });
}
