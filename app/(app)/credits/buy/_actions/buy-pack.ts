"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { toFormAction, userAction } from "@/lib/actions";
import { startCheckout } from "@/lib/checkout";
import { startCheckoutSchema } from "@/lib/checkout/schema";

const action = userAction
  .metadata({ name: "buy-pack", limit: { points: 30, windowSeconds: 600 } })
  .inputSchema(startCheckoutSchema)
  .action(async ({ parsedInput, ctx }): Promise<null> => {
    const { url } = await startCheckout(ctx.app, parsedInput);
    redirect(url as Route); // Stripe's own page
  });

export const submitPack = toFormAction(action, []);
