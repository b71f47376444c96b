"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { toFormAction, userAction } from "@/lib/actions";
import { endOtherSessions, readRequestOrigin } from "@/lib/auth";

const action = userAction
  .metadata({ name: "end-other-sessions", limit: { points: 30, windowSeconds: 600 } })
  .inputSchema(z.object({}))
  .action(async ({ ctx }): Promise<null> => {
    const { id: userId, sessionId } = ctx.user;
    await endOtherSessions(ctx.app, { userId, sessionId, origin: await readRequestOrigin() });
    redirect("/settings/security?notice=sessions-ended");
  });

export const submitEndOtherSessions = toFormAction(action, []);
