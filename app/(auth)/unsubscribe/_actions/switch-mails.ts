"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { publicAction, toFormAction } from "@/lib/actions";
import { switchMailsByLink } from "@/lib/notification-preferences";

const inputSchema = z.object({ token: z.string().max(500) });
const limit = { points: 60, windowSeconds: 3600 };
const pageOf = (token: string) => `/unsubscribe?token=${encodeURIComponent(token)}` as const;

const unsubscribe = publicAction
  .metadata({ name: "unsubscribe", limit })
  .inputSchema(inputSchema)
  .action(async ({ parsedInput: { token }, ctx }): Promise<null> => {
    await switchMailsByLink(ctx.app, { token, enabled: false });
    redirect(pageOf(token));
  });

const resubscribe = publicAction
  .metadata({ name: "resubscribe", limit })
  .inputSchema(inputSchema)
  .action(async ({ parsedInput: { token }, ctx }): Promise<null> => {
    await switchMailsByLink(ctx.app, { token, enabled: true });
    redirect(pageOf(token));
  });

export const submitUnsubscribe = toFormAction(unsubscribe, ["token"]);
export const submitResubscribe = toFormAction(resubscribe, ["token"]);
