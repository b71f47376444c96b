"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { toFormAction, userAction } from "@/lib/actions";
import { removeAvatar } from "@/lib/avatars";

const action = userAction
  .metadata({ name: "remove-picture", limit: { points: 60, windowSeconds: 3600 } })
  .inputSchema(z.object({}))
  .action(async ({ ctx }): Promise<null> => {
    await removeAvatar(ctx.app, ctx.user.id);
    revalidatePath("/", "layout"); // the picture is in the frame of every page
    redirect("/settings/profile?notice=picture-removed");
  });

export const submitRemovePicture = toFormAction(action, []);
