import { randomBytes } from "node:crypto";
import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
} from "@simplewebauthn/server";
import { makeChallenge } from "./challenges";
import type { PasskeysContext } from "./context";
import { TooManyPasskeys } from "./errors";
import { algorithms, challengeLifetimeMs, siteOf } from "./policy";
import { readDescriptors } from "./queries";
import { keepHandle } from "./repository";
import { maxPasskeys } from "./types";

interface Owner {
  userId: string;
  email: string;
  name: string | null;
  browserToken: string;
}

/**
 * Asks a device for a new passkey of a signed-in person, one that it finds again without being told whose it is, and
 * that it uses only after a look at who holds it. Devices that have one of theirs already are left out.
 * @throws TooManyPasskeys
 */
export async function startRegistration(
  ctx: Pick<PasskeysContext, "db" | "systemClock" | "appUrl">,
  { userId, email, name, browserToken }: Owner,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const excludeCredentials = await readDescriptors(ctx.db, userId);
  if (excludeCredentials.length >= maxPasskeys) throw new TooManyPasskeys();
  const handle = await keepHandle(ctx.db, userId, randomBytes(32).toString("base64url"));
  return generateRegistrationOptions({
    rpName: "QuickScale",
    rpID: siteOf(ctx.appUrl).rpId,
    userName: email,
    userDisplayName: name ?? email,
    userID: new Uint8Array(Buffer.from(handle, "base64url")),
    challenge: await makeChallenge(ctx, { purpose: "register", userId, browserToken }),
    timeout: challengeLifetimeMs,
    attestationType: "none",
    excludeCredentials,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    supportedAlgorithmIDs: algorithms,
  });
}
