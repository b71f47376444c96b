"use server";

import { revalidatePath } from "next/cache";
import { toFormAction, userAction } from "@/lib/actions";
import { saveNotificationPreferences } from "@/lib/notification-preferences";
import { listSettings, preferencesFormSchema, settingName } from "@/lib/notification-preferences/schema";

const action = userAction
  .metadata({ name: "save-notification-preferences", limit: { points: 120, windowSeconds: 600 } })
  .inputSchema(preferencesFormSchema)
  .action(async ({ parsedInput: choices, ctx }): Promise<{ saved: true }> => {
    await saveNotificationPreferences(ctx.app, { userId: ctx.user.id, choices });
    revalidatePath("/settings/notifications");
    return { saved: true };
  });

export const submitPreferences = toFormAction(action, listSettings().map(settingName));
