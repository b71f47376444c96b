"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { askDeletion } from "@/lib/account-deletion";
import { toFormAction, userAction } from "@/lib/actions";
import { readRequestOrigin, requireRecentSignIn } from "@/lib/auth";

const action = userAction
  .metadata({ name: "ask-account-deletion", limit: { points: 10, windowSeconds: 3600 } })
  .inputSchema(z.object({}))
  .action(async ({ ctx }): Promise<null> => {
    await requireRecentSignIn();
    const { id: userId, sessionId } = ctx.user;
    await askDeletion(ctx.app, { userId, sessionId, origin: await readRequestOrigin() });
    revalidatePath("/", "layout"); // the banner is in the frame of every page
    redirect("/settings/account?notice=deletion-asked");
  });

export const submitAskDeletion = toFormAction(action, []);
