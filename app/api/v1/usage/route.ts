import { answerOperation, getUsageOperation, toUsage, toUsageRange } from "@/lib/api";
import { listUsage } from "@/lib/services";

export const GET = answerOperation(getUsageOperation, async ({ ctx, caller, query }) => {
  const { days, from, to } = toUsageRange(query, ctx.clock.now());
  return toUsage(await listUsage(ctx, { userId: caller.userId, from, to }), days);
});
