"use server";

import type { Route } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { toFormAction, userAction } from "@/lib/actions";
import { openPortal, openSetupPage } from "@/lib/payment-methods";

/** Script goes to Stripe's page itself: Next's redirect would first fetch it as if it were ours. */
async function leadTo({ url }: { url: string }): Promise<{ url: string }> {
  if (!(await headers()).has("next-action")) redirect(url as Route);
  return { url };
}

const setupPage = userAction
  .metadata({ name: "open-setup-page", limit: { points: 20, windowSeconds: 3_600 } })
  .action(async ({ ctx }) => leadTo(await openSetupPage(ctx.app)));

const portal = userAction
  .metadata({ name: "open-billing-portal", limit: { points: 30, windowSeconds: 600 } })
  .action(async ({ ctx }) => leadTo(await openPortal(ctx.app)));

export const submitSetupPage = toFormAction(setupPage, []);
export const submitPortal = toFormAction(portal, []);
