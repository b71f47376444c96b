"use server";

import { redirect } from "next/navigation";
import { toFormAction, userAction } from "@/lib/actions";
import { renamePasskey } from "@/lib/passkeys";
import { renamePasskeySchema } from "@/lib/passkeys/schema";

const action = userAction
  .metadata({ name: "rename-passkey", limit: { points: 100, windowSeconds: 600 } })
  .inputSchema(renamePasskeySchema)
  .action(async ({ parsedInput, ctx }): Promise<null> => {
    await renamePasskey(ctx.app, { ...parsedInput, userId: ctx.user.id });
    redirect("/settings/security?notice=passkey-renamed");
  });

export const submitPasskeyName = toFormAction(action, ["name"]);
