import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import { askToSign } from "./ask-to-sign";
import type { PasskeysContext } from "./context";

/** Asks whoever is there to sign in with a passkey: no address is typed, the passkey tells whose it is. */
export function startPasskeySignIn(
  ctx: Pick<PasskeysContext, "db" | "systemClock" | "appUrl">,
  { browserToken }: { browserToken: string },
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return askToSign(ctx, { purpose: "sign_in", userId: null, browserToken });
}
