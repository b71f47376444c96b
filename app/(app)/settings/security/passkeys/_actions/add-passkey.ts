"use server";

import { redirect } from "next/navigation";
import { toFormAction, userAction } from "@/lib/actions";
import { findPasskeyBrowser, readRequestOrigin, requireRecentSignIn } from "@/lib/auth";
import { finishRegistration } from "@/lib/passkeys";
import { addPasskeySchema } from "./schema";

const action = userAction
  .metadata({ name: "add-passkey", limit: { points: 60, windowSeconds: 3600 } })
  .inputSchema(addPasskeySchema)
  .action(async ({ parsedInput: { name, response }, ctx }): Promise<null> => {
    await requireRecentSignIn();
    const [browserToken, origin] = await Promise.all([findPasskeyBrowser(), readRequestOrigin()]);
    await finishRegistration(ctx.app, { response, browserToken, origin }, { userId: ctx.user.id, name });
    redirect("/settings/security?notice=passkey-added");
  });

export const submitNewPasskey = toFormAction(action, []);
