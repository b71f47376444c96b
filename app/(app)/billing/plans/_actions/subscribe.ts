"use server";

import type { Route } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { toFormAction, userAction } from "@/lib/actions";
import { startPlanCheckout } from "@/lib/checkout";
import { planChoiceSchema } from "@/lib/subscriptions/schema";

const action = userAction
  .metadata({ name: "subscribe", limit: { points: 30, windowSeconds: 600 } })
  .inputSchema(planChoiceSchema)
  .action(async ({ parsedInput, ctx }) => {
    const { url } = await startPlanCheckout(ctx.app, parsedInput);
    // Script goes to Stripe's page itself: Next's redirect would first fetch it as if it were ours.
    if (!(await headers()).has("next-action")) redirect(url as Route);
    return { url };
  });

export const submitPlan = toFormAction(action, []);
