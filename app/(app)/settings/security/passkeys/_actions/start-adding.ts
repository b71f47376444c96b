"use server";

import { userAction } from "@/lib/actions";
import { rememberPasskeyBrowser, requireRecentSignIn } from "@/lib/auth";
import { startRegistration } from "@/lib/passkeys";

export const askNewPasskey = userAction
  .metadata({ name: "start-adding-passkey", limit: { points: 60, windowSeconds: 3600 } })
  .action(async ({ ctx }) => {
    await requireRecentSignIn();
    const { id: userId, email, name } = ctx.user;
    const browserToken = await rememberPasskeyBrowser();
    return startRegistration(ctx.app, { userId, email, name, browserToken });
  });
