"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { undoDeletion } from "@/lib/account-deletion";
import { toFormAction, userAction } from "@/lib/actions";
import { readRequestOrigin } from "@/lib/auth";

const action = userAction
  .metadata({ name: "undo-account-deletion", limit: { points: 10, windowSeconds: 3600 } })
  .inputSchema(z.object({}))
  .action(async ({ ctx }): Promise<null> => {
    await undoDeletion(ctx.app, { userId: ctx.user.id, origin: await readRequestOrigin() });
    revalidatePath("/", "layout"); // the banner is in the frame of every page
    redirect("/settings/account?notice=deletion-undone");
  });

export const submitUndoDeletion = toFormAction(action, []);
