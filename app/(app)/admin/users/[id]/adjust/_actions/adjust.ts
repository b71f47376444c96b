"use server";

import type { Route } from "next";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { adminAction, toFormAction } from "@/lib/actions";
import { readRequestOrigin } from "@/lib/auth";
import { adjustCredits, reverseAdjustment } from "@/lib/credit-adjustments";
import { adjustSchema, reverseSchema } from "@/lib/credit-adjustments/schema";
import type { DoneAct } from "../../done";

const limit = { points: 60, windowSeconds: 600 };

function leaveTo(userId: string, done: DoneAct): never {
  redirect(`/admin/users/${userId}?done=${done}` as Route);
}

/** What was not confirmed is previewed anew: a preview is good for one try. */
async function orPreviewAnew(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    refresh();
    throw error;
  }
}

const doneOf = { add: "credits-added", remove: "credits-removed", forgive: "debt-forgiven" } as const;

const adjust = adminAction
  .metadata({ name: "adjust-credits", limit })
  .inputSchema(adjustSchema)
  .action(async ({ parsedInput, ctx }): Promise<null> => {
    const origin = await readRequestOrigin();
    await orPreviewAnew(() => adjustCredits(ctx.app, { ...parsedInput, origin }));
    leaveTo(parsedInput.userId, doneOf[parsedInput.wish.act]);
  });

const reverse = adminAction
  .metadata({ name: "reverse-adjustment", limit })
  .inputSchema(reverseSchema)
  .action(async ({ parsedInput, ctx }): Promise<null> => {
    const origin = await readRequestOrigin();
    await orPreviewAnew(() => reverseAdjustment(ctx.app, { ...parsedInput, origin }));
    leaveTo(parsedInput.userId, "change-undone");
  });

export const submitAdjustment = toFormAction(adjust, ["reason"]);
export const submitReversal = toFormAction(reverse, ["reason"]);
