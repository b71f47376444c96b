"use server";

import { redirect } from "next/navigation";
import { toFormAction, userAction } from "@/lib/actions";
import { endSession, readRequestOrigin } from "@/lib/auth";
import { sessionSchema } from "./schema";

const action = userAction
  .metadata({ name: "end-session", limit: { points: 100, windowSeconds: 600 } })
  .inputSchema(sessionSchema)
  .action(async ({ parsedInput: { sessionId }, ctx }): Promise<null> => {
    await endSession(ctx.app, { userId: ctx.user.id, sessionId, origin: await readRequestOrigin() });
    redirect("/settings/security?notice=session-ended");
  });

export const submitEndSession = toFormAction(action, []);
