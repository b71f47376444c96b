"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { toFormAction, userAction } from "@/lib/actions";
import { switchOffAutoTopUp } from "@/lib/auto-top-up";

const action = userAction
  .metadata({ name: "switch-off-auto-top-up", limit: { points: 60, windowSeconds: 600 } })
  .inputSchema(z.object({}))
  .action(async ({ ctx }): Promise<null> => {
    await switchOffAutoTopUp(ctx.app);
    revalidatePath("/credits/auto-top-up");
    return null;
  });

export const submitSwitchOff = toFormAction(action, []);
