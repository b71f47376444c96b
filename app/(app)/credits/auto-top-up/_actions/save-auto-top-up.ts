"use server";

import { revalidatePath } from "next/cache";
import { toFormAction, userAction } from "@/lib/actions";
import { saveAutoTopUp } from "@/lib/auto-top-up";
import { topUpFormSchema } from "@/lib/auto-top-up/schema";

const action = userAction
  .metadata({ name: "save-auto-top-up", limit: { points: 30, windowSeconds: 600 } })
  .inputSchema(topUpFormSchema)
  .action(async ({ parsedInput, ctx }): Promise<{ saved: true }> => {
    await saveAutoTopUp(ctx.app, parsedInput);
    revalidatePath("/credits/auto-top-up");
    return { saved: true };
  });

export const submitAutoTopUp = toFormAction(action, ["pack", "threshold", "cap"]);
