import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import { askToSign } from "./ask-to-sign";
import type { PasskeysContext } from "./context";

interface Owner {
  userId: string;
  browserToken: string;
}

/** Asks a signed-in person to prove with one of their own passkeys who they are. */
export function startConfirmation(
  ctx: Pick<PasskeysContext, "db" | "systemClock" | "appUrl">,
  owner: Owner,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return askToSign(ctx, { purpose: "confirm", ...owner });
}
