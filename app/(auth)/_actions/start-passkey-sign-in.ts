"use server";

import { publicAction } from "@/lib/actions";
import { rememberPasskeyBrowser } from "@/lib/auth";
import { startPasskeySignIn } from "@/lib/passkeys";

/** The page itself asks when it opens, so that the browser offers passkeys in the address field: many in an hour. */
export const askPasskeySignIn = publicAction
  .metadata({ name: "start-passkey-sign-in", limit: { points: 300, windowSeconds: 3600 } })
  .action(async ({ ctx }) => startPasskeySignIn(ctx.app, { browserToken: await rememberPasskeyBrowser() }));
