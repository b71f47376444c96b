import {
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { makeChallenge } from "./challenges";
import type { PasskeysContext } from "./context";
import { challengeLifetimeMs, siteOf } from "./policy";
import { readDescriptors } from "./queries";
import type { PasskeyPurpose } from "./types";

interface Asking {
  purpose: Exclude<PasskeyPurpose, "register">;
  userId: string | null;
  browserToken: string;
}

/** What the browser hands to a device, so that it signs with a passkey: any of this site, or one of this person. */
export async function askToSign(
  ctx: Pick<PasskeysContext, "db" | "systemClock" | "appUrl">,
  asking: Asking,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { userId } = asking;
  const allowCredentials = userId === null ? [] : await readDescriptors(ctx.db, userId);
  return generateAuthenticationOptions({
    rpID: siteOf(ctx.appUrl).rpId,
    challenge: await makeChallenge(ctx, asking),
    allowCredentials,
    userVerification: "required",
    timeout: challengeLifetimeMs,
  });
}
