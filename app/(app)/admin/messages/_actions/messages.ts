"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { reasonSchema } from "@/app/(app)/admin/_components/reason-schema";
import { adminAction, toFormAction } from "@/lib/actions";
import { readRequestOrigin } from "@/lib/auth";
import { answerMessage, closeMessage } from "@/lib/contact";
import { answerSchema } from "@/lib/contact/schema";

const limit = { points: 120, windowSeconds: 600 };

const answer = adminAction
  .metadata({ name: "answer-message", limit })
  .inputSchema(answerSchema)
  .action(async ({ parsedInput, ctx }): Promise<null> => {
    await answerMessage(ctx.app, { ...parsedInput, origin: await readRequestOrigin() });
    redirect(`/admin/messages/${parsedInput.id}?notice=answered` as Route);
  });

const close = adminAction
  .metadata({ name: "close-message", limit })
  .inputSchema(z.object({ id: z.uuid(), reason: reasonSchema }))
  .action(async ({ parsedInput, ctx }): Promise<null> => {
    await closeMessage(ctx.app, { ...parsedInput, origin: await readRequestOrigin() });
    redirect(`/admin/messages/${parsedInput.id}?notice=closed` as Route);
  });

export const submitAnswer = toFormAction(answer, ["body"]);
export const submitClose = toFormAction(close, ["reason"]);
