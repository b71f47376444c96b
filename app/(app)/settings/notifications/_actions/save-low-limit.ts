"use server";

import { revalidatePath } from "next/cache";
import { toFormAction, userAction } from "@/lib/actions";
import { setLowLimit } from "@/lib/usage-alerts";
import { lowLimitSchema } from "@/lib/usage-alerts/schema";

const action = userAction
  .metadata({ name: "save-low-limit", limit: { points: 120, windowSeconds: 600 } })
  .inputSchema(lowLimitSchema)
  .action(async ({ parsedInput: { credits: lowMilli }, ctx }): Promise<{ saved: true }> => {
    await setLowLimit(ctx.app, { userId: ctx.user.id, lowMilli });
    revalidatePath("/settings/notifications");
    return { saved: true };
  });

export const submitLowLimit = toFormAction(action, ["credits"]);
