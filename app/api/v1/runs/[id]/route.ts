import { answerOperation, getRunOperation, toRun } from "@/lib/api";
import { getRun } from "@/lib/services";

export const GET = answerOperation(getRunOperation, async ({ ctx, caller, params }) =>
  toRun(await getRun(ctx, { userId: caller.userId, runId: params.id })),
);
