"use server";

import { toFormAction, userAction } from "@/lib/actions";
import { confirmPlanChange, undoPlanChange } from "@/lib/subscriptions";
import { planChangeSchema } from "@/lib/subscriptions/schema";
import { leaveWith } from "./leave-with";

const change = userAction
  .metadata({ name: "change-plan", limit: { points: 20, windowSeconds: 600 } })
  .inputSchema(planChangeSchema)
  .action(async ({ parsedInput, ctx }) => {
    const result = await confirmPlanChange(ctx.app, parsedInput);
    if (result.outcome === "changed") leaveWith("changed");
    if (result.outcome === "planned") leaveWith("planned");
    return result;
  });

const undo = userAction
  .metadata({ name: "undo-plan-change", limit: { points: 20, windowSeconds: 600 } })
  .action(async ({ ctx }) => {
    await undoPlanChange(ctx.app);
    leaveWith("undone");
  });

export const submitChange = toFormAction(change, []);
export const submitUndo = toFormAction(undo, []);
