"use server";

import { adminAction, toFormAction } from "@/lib/actions";
import { cancelPlan, resumePlan } from "@/lib/subscriptions";
import { becauseOf, leaveWith, planActLimit as limit } from "./leave-with";
import { planActSchema } from "./schema";

const cancel = adminAction
  .metadata({ name: "cancel-plan-for", limit })
  .inputSchema(planActSchema)
  .action(async ({ parsedInput: { userId, token, reason }, ctx }): Promise<null> => {
    await cancelPlan(ctx.app, { userId, token, because: await becauseOf(reason), reason: null });
    leaveWith(userId, "canceled");
  });

const resume = adminAction
  .metadata({ name: "resume-plan-for", limit })
  .inputSchema(planActSchema)
  .action(async ({ parsedInput: { userId, token, reason }, ctx }): Promise<null> => {
    await resumePlan(ctx.app, { userId, token, because: await becauseOf(reason) });
    leaveWith(userId, "resumed");
  });

export const submitCancel = toFormAction(cancel, ["reason"]);
export const submitResume = toFormAction(resume, ["reason"]);
