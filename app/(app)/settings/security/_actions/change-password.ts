"use server";

import { redirect } from "next/navigation";
import { toFormAction, userAction } from "@/lib/actions";
import { readRequestOrigin, rotateSession } from "@/lib/auth";
import { hasSecondFactor } from "@/lib/two-factor";
import { changePassword } from "@/lib/users";
import { passwordChangeSchema } from "./schema";

const action = userAction
  .metadata({ name: "change-password" })
  .inputSchema(passwordChangeSchema)
  .action(async ({ parsedInput, ctx }): Promise<null> => {
    const { id: userId, sessionId } = ctx.user;
    const origin = await readRequestOrigin();
    await changePassword(ctx.app, { ...parsedInput, userId, sessionId, origin });
    // For who signs in in two steps a password alone is no proof.
    await rotateSession(sessionId, { proven: !(await hasSecondFactor(ctx.app.db, userId)) });
    redirect("/settings/security?notice=password-changed");
  });

export const submitPasswordChange = toFormAction(action, []);
