"use server";

import { redirect } from "next/navigation";
import { toFormAction, userAction } from "@/lib/actions";
import { readRequestOrigin, requireRecentSignIn } from "@/lib/auth";
import { removePasskey } from "@/lib/passkeys";
import { removePasskeySchema } from "@/lib/passkeys/schema";

const action = userAction
  .metadata({ name: "remove-passkey", limit: { points: 100, windowSeconds: 600 } })
  .inputSchema(removePasskeySchema)
  .action(async ({ parsedInput: { passkeyId }, ctx }): Promise<null> => {
    await requireRecentSignIn();
    await removePasskey(ctx.app, { userId: ctx.user.id, passkeyId, origin: await readRequestOrigin() });
    redirect("/settings/security?notice=passkey-removed");
  });

export const submitPasskeyRemoval = toFormAction(action, []);
