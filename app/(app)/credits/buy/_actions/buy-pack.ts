"use server";

import type { Route } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { toFormAction, userAction } from "@/lib/actions";
import { startCheckout } from "@/lib/checkout";
import { startCheckoutSchema } from "@/lib/checkout/schema";

const action = userAction
  .metadata({ name: "buy-pack", limit: { points: 30, windowSeconds: 600 } })
  .inputSchema(startCheckoutSchema)
  .action(async ({ parsedInput, ctx }) => {
    const { url } = await startCheckout(ctx.app, parsedInput);
    // Next's own redirect from script would first fetch Stripe's page as if it were ours, so script goes there
    // itself; a form sent without script is redirected.
    if (!(await headers()).has("next-action")) redirect(url as Route);
    return { url };
  });

export const submitPack = toFormAction(action, []);
