/** How long a device may take to answer, its owner's finger or code included. */
export const challengeLifetimeMs = 5 * 60_000;

/**
 * COSE numbers of EdDSA, ES256 and RS256: what devices sign with.
 * https://www.iana.org/assignments/cose/cose.xhtml#algorithms
 */
export const algorithms = [-8, -7, -257];

/** The site that passkeys belong to: its host, whatever the port, and the one origin that answers may come from. */
export function siteOf(appUrl: string): { rpId: string; origin: string } {
  const { hostname, origin } = new URL(appUrl);
  return { rpId: hostname, origin };
}

/**
 * Whether a count of uses may follow another. Devices that count never tell a number twice; those that do not, such
 * as passkeys that are synced, always tell 0. https://www.w3.org/TR/webauthn-3/#sctn-sign-counter
 */
export function isNextCount(stored: bigint, told: bigint): boolean {
  return told > stored || (told === 0n && stored === 0n);
}

/**
 * Whether the word that comes with a new passkey about its maker can be left unread. We ask for none; one that comes
 * with certificates is refused, because checking them fetches addresses that whoever sent it chose.
 */
export function isPlainAttestation(format: string, hasCertificates: boolean): boolean {
  return format === "none" || (format === "packed" && !hasCertificates);
}
