"use server";

import { adminAction, toFormAction } from "@/lib/actions";
import { confirmPlanChange, undoPlanChange } from "@/lib/subscriptions";
import { becauseOf, leaveWith, planActLimit as limit } from "./leave-with";
import { changePlanSchema, planActSchema } from "./schema";

const acts = {
  changed: "changed",
  planned: "planned",
  refused: "change-refused",
  needs_authentication: "change-unconfirmed",
} as const;

const change = adminAction
  .metadata({ name: "change-plan-for", limit })
  .inputSchema(changePlanSchema)
  .action(async ({ parsedInput: { userId, reason, ...choice }, ctx }): Promise<null> => {
    const because = await becauseOf(reason);
    const { outcome } = await confirmPlanChange(ctx.app, { userId, ...choice, because });
    leaveWith(userId, acts[outcome]);
  });

const undo = adminAction
  .metadata({ name: "undo-plan-change-for", limit })
  .inputSchema(planActSchema)
  .action(async ({ parsedInput: { userId, token, reason }, ctx }): Promise<null> => {
    await undoPlanChange(ctx.app, { userId, token, because: await becauseOf(reason) });
    leaveWith(userId, "change-undone");
  });

export const submitChange = toFormAction(change, ["reason"]);
export const submitUndo = toFormAction(undo, ["reason"]);
