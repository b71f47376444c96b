"use server";

import { adminAction, toFormAction } from "@/lib/actions";
import { extendTrial } from "@/lib/subscriptions";
import { becauseOf, leaveWith, planActLimit as limit } from "./leave-with";
import { extendTrialSchema } from "./schema";

const extend = adminAction
  .metadata({ name: "extend-trial-for", limit })
  .inputSchema(extendTrialSchema)
  .action(async ({ parsedInput: { userId, token, endsAt, reason }, ctx }): Promise<null> => {
    await extendTrial(ctx.app, { userId, token, endsAt, because: await becauseOf(reason) });
    leaveWith(userId, "trial-extended");
  });

export const submitTrial = toFormAction(extend, ["reason"]);
