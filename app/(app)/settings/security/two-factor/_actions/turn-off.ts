"use server";

import { redirect } from "next/navigation";
import { toFormAction, userAction } from "@/lib/actions";
import { readRequestOrigin, requireRecentSignIn, rotateSession } from "@/lib/auth";
import { turnOffTwoFactor } from "@/lib/two-factor";
import { turnOffSchema } from "./schema";

const action = userAction
  .metadata({ name: "turn-off-two-factor" })
  .inputSchema(turnOffSchema)
  .action(async ({ parsedInput: { code }, ctx }): Promise<null> => {
    await requireRecentSignIn();
    const { id: userId, sessionId } = ctx.user;
    await turnOffTwoFactor(ctx.app, { userId, code, origin: await readRequestOrigin() });
    await rotateSession(sessionId);
    redirect("/settings/security?notice=two-factor-off");
  });

export const submitTurnOff = toFormAction(action, []);
