"use server";

import { redirect } from "next/navigation";
import { publicAction, toFormAction } from "@/lib/actions";
import { findSessionUser, readRequestOrigin, rotateSession } from "@/lib/auth";
import { confirmEmailChange } from "@/lib/users";
import { tokenSchema } from "./schema";

const action = publicAction
  .metadata({ name: "confirm-email-change", limit: { points: 60, windowSeconds: 3600 } })
  .inputSchema(tokenSchema)
  .action(async ({ parsedInput: { token }, ctx }): Promise<null> => {
    const user = await findSessionUser();
    const origin = await readRequestOrigin();
    const { userId } = await confirmEmailChange(ctx.app, {
      token,
      sessionId: user?.sessionId ?? null,
      origin,
    });
    if (user?.id !== userId) redirect("/sign-in?notice=verified");
    await rotateSession(user.sessionId, { proven: false }); // who reads the new mailbox may not know the password
    redirect("/settings/account?notice=email-changed");
  });

export const submitConfirmEmail = toFormAction(action, ["token"]);
