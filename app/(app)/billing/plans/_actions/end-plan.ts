"use server";

import { toFormAction, userAction } from "@/lib/actions";
import { cancelPlan, resumePlan } from "@/lib/subscriptions";
import { cancelPlanSchema } from "@/lib/subscriptions/schema";
import { leaveWith } from "./leave-with";

const { reason, comment } = cancelPlanSchema.shape;

const cancel = userAction
  .metadata({ name: "cancel-plan", limit: { points: 20, windowSeconds: 600 } })
  // Nobody has to say why: a form without a choice has no such field.
  .inputSchema(cancelPlanSchema.extend({ reason: reason.default(null), comment }))
  .action(async ({ parsedInput, ctx }) => {
    await cancelPlan(ctx.app, parsedInput);
    leaveWith("canceled");
  });

const resume = userAction
  .metadata({ name: "resume-plan", limit: { points: 20, windowSeconds: 600 } })
  .action(async ({ ctx }) => {
    await resumePlan(ctx.app);
    leaveWith("resumed");
  });

export const submitCancel = toFormAction(cancel, ["reason", "comment"]);
export const submitResume = toFormAction(resume, []);
