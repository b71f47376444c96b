"use server";

import { userAction } from "@/lib/actions";
import { rememberPasskeyBrowser } from "@/lib/auth";
import { startConfirmation } from "@/lib/passkeys";

export const askPasskeyConfirmation = userAction
  .metadata({ name: "start-passkey-confirmation", limit: { points: 60, windowSeconds: 3600 } })
  .action(async ({ ctx }) =>
    startConfirmation(ctx.app, { userId: ctx.user.id, browserToken: await rememberPasskeyBrowser() }),
  );
