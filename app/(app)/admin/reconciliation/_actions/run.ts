"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { adminAction, toFormAction } from "@/lib/actions";
import { readRequestOrigin } from "@/lib/auth";
import { cancelRun, startRun } from "@/lib/reconciliation";
import { cancelSchema, startSchema } from "./schema";

const limit = { points: 30, windowSeconds: 600 };

const start = adminAction
  .metadata({ name: "start-reconciliation", limit })
  .inputSchema(startSchema)
  .action(async ({ parsedInput: { rehearse, ...wish }, ctx }): Promise<null> => {
    const origin = await readRequestOrigin();
    const id = await startRun(ctx.app, { ...wish, rehearse: rehearse === "yes", origin });
    redirect(`/admin/reconciliation/${id}` as Route);
  });

const cancel = adminAction
  .metadata({ name: "cancel-reconciliation", limit })
  .inputSchema(cancelSchema)
  .action(async ({ parsedInput, ctx }): Promise<null> => {
    await cancelRun(ctx.app, { ...parsedInput, origin: await readRequestOrigin() });
    redirect(`/admin/reconciliation/${parsedInput.id}` as Route);
  });

export const submitStart = toFormAction(start, ["since", "until", "rehearse", "reason"]);
export const submitCancel = toFormAction(cancel, ["reason"]);
