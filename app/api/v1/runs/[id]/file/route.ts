import { answerOperation, getRunFileOperation, toFileResponse } from "@/lib/api";
import { getRunFile } from "@/lib/services";

export const GET = answerOperation(getRunFileOperation, async ({ ctx, caller, params }) =>
  toFileResponse(await getRunFile(ctx, { userId: caller.userId, runId: params.id })),
);
