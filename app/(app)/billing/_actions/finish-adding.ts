"use server";

import { refresh } from "next/cache";
import { userAction } from "@/lib/actions";
import { finishAdding } from "@/lib/payment-methods";
import { finishAddingSchema } from "@/lib/payment-methods/schema";

export const finishAddingAction = userAction
  .metadata({ name: "finish-adding-payment-method", limit: { points: 40, windowSeconds: 3_600 } })
  .inputSchema(finishAddingSchema)
  .action(async ({ parsedInput, ctx }) => {
    const added = await finishAdding(ctx.app, parsedInput);
    refresh();
    return added;
  });
