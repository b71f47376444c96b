"use server";

import { adminAction, toFormAction } from "@/lib/actions";
import { pausePlan, unpausePlan } from "@/lib/subscriptions";
import { becauseOf, leaveWith, planActLimit as limit } from "./leave-with";
import { pausePlanSchema, planActSchema } from "./schema";

const pause = adminAction
  .metadata({ name: "pause-plan-for", limit })
  .inputSchema(pausePlanSchema)
  .action(async ({ parsedInput: { userId, token, resumesAt, reason }, ctx }): Promise<null> => {
    await pausePlan(ctx.app, { userId, token, resumesAt, because: await becauseOf(reason) });
    leaveWith(userId, "paused");
  });

const unpause = adminAction
  .metadata({ name: "unpause-plan-for", limit })
  .inputSchema(planActSchema)
  .action(async ({ parsedInput: { userId, token, reason }, ctx }): Promise<null> => {
    await unpausePlan(ctx.app, { userId, token, because: await becauseOf(reason) });
    leaveWith(userId, "unpaused");
  });

export const submitPause = toFormAction(pause, ["reason"]);
export const submitUnpause = toFormAction(unpause, ["reason"]);
