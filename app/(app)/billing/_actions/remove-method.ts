"use server";

import { refresh } from "next/cache";
import { userAction } from "@/lib/actions";
import { removePaymentMethod } from "@/lib/payment-methods";
import { paymentMethodSchema } from "@/lib/payment-methods/schema";

export const removeMethodAction = userAction
  .metadata({ name: "remove-payment-method", limit: { points: 30, windowSeconds: 600 } })
  .inputSchema(paymentMethodSchema)
  .action(async ({ parsedInput, ctx }) => {
    await removePaymentMethod(ctx.app, parsedInput);
    refresh();
  });
