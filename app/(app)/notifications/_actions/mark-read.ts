"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { toFormAction, userAction } from "@/lib/actions";
import { markAllNoticesRead, markNoticeRead } from "@/lib/inbox";

const limit = { points: 600, windowSeconds: 600 };

const markRead = userAction
  .metadata({ name: "mark-notice-read", limit })
  .inputSchema(z.object({ id: z.uuid() }))
  .action(async ({ parsedInput: { id }, ctx }): Promise<null> => {
    await markNoticeRead(ctx.app, { userId: ctx.user.id, id });
    revalidatePath("/notifications");
    return null;
  });

const markAllRead = userAction
  .metadata({ name: "mark-all-notices-read", limit })
  .inputSchema(z.object({ newestSeen: z.uuid() }))
  .action(async ({ parsedInput: { newestSeen }, ctx }): Promise<null> => {
    await markAllNoticesRead(ctx.app, { userId: ctx.user.id, newestSeen });
    revalidatePath("/notifications");
    return null;
  });

export const submitMarkRead = toFormAction(markRead, []);
export const submitMarkAllRead = toFormAction(markAllRead, []);
