"use server";

import { adminAction, toFormAction } from "@/lib/actions";
import { endPlanNow } from "@/lib/subscriptions";
import { becauseOf, leaveWith, planActLimit as limit } from "./leave-with";
import { endPlanSchema } from "./schema";

const end = adminAction
  .metadata({ name: "end-plan-for", limit })
  .inputSchema(endPlanSchema)
  .action(async ({ parsedInput: { userId, token, refund, reason }, ctx }): Promise<null> => {
    const because = await becauseOf(reason);
    const { outcome } = await endPlanNow(ctx.app, { userId, token, refund, because });
    leaveWith(userId, outcome);
  });

export const submitEnd = toFormAction(end, ["reason", "typed"]);
