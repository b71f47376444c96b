"use server";

import { refresh } from "next/cache";
import { userAction } from "@/lib/actions";
import { makeDefault } from "@/lib/payment-methods";
import { paymentMethodSchema } from "@/lib/payment-methods/schema";

export const makeDefaultAction = userAction
  .metadata({ name: "make-payment-method-default", limit: { points: 30, windowSeconds: 600 } })
  .inputSchema(paymentMethodSchema)
  .action(async ({ parsedInput, ctx }) => {
    const chosen = await makeDefault(ctx.app, parsedInput);
    refresh();
    return chosen;
  });
